import './mutual.css'
import { mutualPicture } from '@weerklank/core/charts/mutual-picture'
import type { Instrument } from '@weerklank/core/feedback/instrument'
import { valueLabel } from '@weerklank/core/feedback/instrument.score'
import type { MutualLine } from '@weerklank/core/feedback/mutual'
import type { MutualPicture } from '@weerklank/core/feedback/mutual.contract'
import {
  afterReadingWords,
  lineWords,
  pictureOpener,
  pictureSentence,
} from '@weerklank/core/feedback/mutual.words'
import { type VoiceFamily, voiceFamily } from '@weerklank/core/relation/relation'
import type { Participant } from '@weerklank/core/relation/relation.contract'
import { fullDay } from '@weerklank/core/shared/day-words'
import { screenLanguage } from '@weerklank/core/shared/language'
import { say } from '@weerklank/core/shared/spoken'
import { useMemo, useRef } from 'react'
import { useNow } from '../language/use-now.ts'
import { useDaySeen } from '../language/use-seen.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Card } from '../ui/Card.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { SvgPicture } from '../ui/SvgPicture.tsx'
import { Table } from '../ui/Table.tsx'
import { CheckKeep } from './CheckKeep.tsx'
import { checkPictureText } from './check-picture.text.ts'
import { mutualFile } from './check-whole-file.ts'
import { useWidth } from './check-width.ts'
import { mutualText } from './mutual.text.ts'
import { guessesOf, labelsOf, linesOf, type MutualNames, rowsOf } from './mutual-view.ts'

type Props = {
  picture: MutualPicture
  instrument: Instrument
  client: Participant
  professional: Participant
}

/** The open picture: a sentence, each item on one line, the same as a table, and a question to begin the talk with. */
export function MutualSideBySide({ picture, instrument, client, professional }: Props) {
  const text = useText(mutualText)
  const language = useLanguage()
  const names = { client: client.name, professional: professional.name }
  const labels = labelsOf(instrument, language)
  const lines = useMemo(() => linesOf(picture, instrument), [picture, instrument])
  const sentence = pictureSentence(lines, { labels, language })
  const listener = { language: screenLanguage(client.language), address: client.address }
  const opener = pictureOpener(lines, {
    labels: labelsOf(instrument, listener.language),
    listener,
    to: 'client',
  })
  const both = lines.some(({ difference }) => difference !== null)
  return (
    <div className="wk-mutual wk-stack">
      <p className="wk-muted">{picture.openedBy !== null && text.openedBy[picture.openedBy]}</p>
      <p>{sentence}</p>
      <Picture
        {...{ lines, names, labels, sentence, instrument }}
        title={text.of(names.client, names.professional)}
        voice={voiceFamily(client.voice)}
      />
      <Disclosure label={text.table}>
        <LinesTable {...{ lines, names, labels }} />
      </Disclosure>
      {both && (
        <Card tone="warm" className="wk-mutual__opener">
          <p className="wk-small">{text.opener}</p>
          <p lang={client.language}>“{opener}”</p>
        </Card>
      )}
      <Guesses {...{ lines, names, labels }} />
      <OwnWords {...{ picture, names }} voice={voiceFamily(client.voice)} />
    </div>
  )
}

type Told = { lines: readonly MutualLine[]; names: MutualNames; labels: Readonly<Record<string, string>> }

function Picture(of: Told & { sentence: string; title: string; instrument: Instrument; voice: VoiceFamily }) {
  const { lines, names, labels, sentence, title, instrument, voice } = of
  const language = useLanguage()
  const kept = useKept(instrument)
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const input = {
    ...{ title, description: sentence, lang: language, scale: instrument.scale },
    names: [names.client, names.professional] as const,
    ...(voice !== 'professional' && { firstVoice: voice }),
    rows: rowsOf(lines, { names, labels, language }),
  }
  const svg = width === null ? '' : mutualPicture({ ...input, idPrefix: 'naast-elkaar', width })
  return (
    <>
      <div ref={frame}>{svg !== '' && <SvgPicture svg={svg} />}</div>
      <CheckKeep draw={() => mutualFile({ input, below: kept.below })} name={kept.name} />
    </>
  )
}

/** What goes along with a picture that leaves the page: what these questions are not, and the day. */
function useKept({ caution }: Instrument): { name: string; below: string[] } {
  const text = useText(checkPictureText)
  const now = useNow()
  const seen = useDaySeen(now)
  const day = `${fullDay(now, seen)} ${seen.today.slice(0, 4)}`
  return {
    name: `weerklank-${seen.today}`,
    below: [say(caution, { language: seen.language, address: 'je' }), text.made(day)],
  }
}

function LinesTable({ lines, names, labels }: Told) {
  const text = useText(mutualText)
  const language = useLanguage()
  const value = (at: number | null) => (at === null ? '–' : valueLabel(at, language))
  return (
    <Table
      caption={text.of(names.client, names.professional)}
      rows={lines}
      rowId={({ item }) => item}
      columns={[
        { id: 'item', head: text.item, cell: ({ item }) => labels[item] ?? item },
        { id: 'client', head: names.client, cell: (line) => value(line.client), numeric: true },
        { id: 'worker', head: names.professional, cell: (line) => value(line.professional), numeric: true },
        { id: 'words', head: text.difference, cell: (line) => lineWords(line, { names, language }) },
      ]}
    />
  )
}

function Guesses(told: Told) {
  const text = useText(mutualText)
  const guesses = guessesOf(told.lines, { ...told, language: useLanguage() })
  if (guesses.length === 0) return null
  return (
    <div className="wk-stack wk-stack--tight">
      <h3>{text.guesses}</h3>
      <ul className="wk-stack wk-stack--tight">
        {guesses.map((one) => (
          <li key={one.id}>
            <strong>{one.label}:</strong> {one.text}
          </li>
        ))}
      </ul>
    </div>
  )
}

type OwnWordsProps = { picture: MutualPicture; names: MutualNames; voice: VoiceFamily }

function OwnWords({ picture, names, voice }: OwnWordsProps) {
  const text = useText(mutualText)
  const language = useLanguage()
  const sides = [
    { id: 'client', side: picture.clientSide, name: names.client, family: voice },
    {
      ...{ id: 'professional', side: picture.professionalSide },
      ...{ name: names.professional, family: 'professional' },
    },
  ]
  return sides.map(({ id, side, name, family }) => {
    if (side === null || (side.openText === '' && !side.afterReading)) return null
    return (
      <figure key={id} className={`wk-quote wk-quote--${family}`}>
        {side.openText !== '' && <blockquote>“{side.openText}”</blockquote>}
        <figcaption>
          {text.words(name)}
          {side.afterReading && ` (${afterReadingWords(language)})`}
        </figcaption>
      </figure>
    )
  })
}
