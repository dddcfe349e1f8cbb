import { voiceFamily } from '@weerklank/core/relation/relation'
import type { Glossary, GlossaryMeaning, GlossaryWord as Word } from '@weerklank/core/team/glossary.contract'
import { useText } from '../language/use-text.ts'
import { Chip } from '../ui/Chip.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import { GlossaryAgree } from './GlossaryAgree.tsx'
import { GlossaryMine } from './GlossaryMine.tsx'
import { useRemoveMeaning, useRemoveWord, useSayDiffers } from './glossary.queries.ts'
import { glossaryText } from './glossary.text.ts'
import { useCircleDay } from './use-circle-day.ts'

type Props = { relation: string; word: Word; glossary: Glossary }

const tones = { 'to-explain': 'plain', different: 'warm', agreed: 'kept' } as const

/** One word: what was agreed, what each means by it, and what one can do with it. */
export function GlossaryWord({ relation, word, glossary }: Props) {
  const text = useText(glossaryText)
  return (
    <article className="wk-glossary-word">
      <div className="wk-glossary-word__head">
        <h3>{word.word}</h3>
        <Chip tone={tones[word.state]}>{text.state[word.state]}</Chip>
        {word.fromTable && <span className="wk-muted wk-small">{text.fromTable}</span>}
      </div>
      <Agreed agreed={word.agreed} />
      {word.meanings.length === 0 ? (
        <p className="wk-muted">{text.nobody}</p>
      ) : (
        <ul className="wk-glossary-meanings">
          {word.meanings.map((meaning) => (
            <Meaning key={meaning.id} relation={relation} meaning={meaning} />
          ))}
        </ul>
      )}
      {glossary.mayWrite && <Acts relation={relation} word={word} glossary={glossary} />}
    </article>
  )
}

function Agreed({ agreed }: { agreed: Word['agreed'] }) {
  const text = useText(glossaryText)
  const day = useCircleDay()
  const [newest, ...earlier] = agreed
  if (newest === undefined) return null
  const when = ({ on, meeting }: Word['agreed'][number]) =>
    meeting === null ? text.agreedOn(day(on)) : text.agreedAt(day(on), meeting.title)
  return (
    <div className="wk-glossary-agreed">
      <p>
        <strong>{newest.text}</strong>
      </p>
      <p className="wk-muted wk-small">{when(newest)}</p>
      {earlier.length > 0 && (
        <Disclosure label={text.earlier} className="wk-no-print">
          <ul>
            {earlier.map((one) => (
              <li key={one.seq}>
                {one.text} <span className="wk-muted wk-small">{when(one)}</span>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}

function Meaning({ relation, meaning }: { relation: string; meaning: GlossaryMeaning }) {
  const text = useText(glossaryText)
  const remove = useRemoveMeaning(relation)
  const { by, isMine } = meaning
  const who = by === null ? text.table : isMine ? text.me : by.name
  return (
    <li>
      <p className="wk-glossary-meanings__who">
        {by !== null && <VoiceBadge family={voiceFamily(by.voice)} name={by.name || text.me} size="small" />}
        <span>{[who, ...(by?.sides ?? [])].join(' · ')}</span>
      </p>
      <p className="wk-glossary-meanings__text">{meaning.text}</p>
      {meaning.mayRemove && (
        <p className="wk-small wk-no-print">
          <TextButton aria-label={text.removeOf(who)} onClick={() => remove.mutate(meaning.id)}>
            {text.remove}
          </TextButton>
        </p>
      )}
      {remove.error !== null && <p role="alert">{remove.error.message}</p>}
    </li>
  )
}

function Acts({ relation, word, glossary }: Props) {
  const text = useText(glossaryText)
  const differs = useSayDiffers({ relation, word: word.id })
  const remove = useRemoveWord(relation)
  const isDifferent = word.state === 'different'
  const hers = word.meanings.find(({ isMine }) => isMine)
  const error = differs.error ?? remove.error
  return (
    <div className="wk-actions wk-small wk-no-print">
      <Disclosure label={hers === undefined ? text.mine : text.change}>
        <GlossaryMine relation={relation} word={word} mine={hers} />
      </Disclosure>
      <TextButton onClick={() => differs.mutate({ differs: !isDifferent })}>
        {isDifferent ? text.alike : text.differs}
      </TextButton>
      <Disclosure label={word.agreed.length === 0 ? text.agree : text.agreeAnew}>
        <GlossaryAgree relation={relation} word={word} glossary={glossary} />
      </Disclosure>
      {word.mayRemove && <TextButton onClick={() => remove.mutate(word.id)}>{text.removeWord}</TextButton>}
      {error !== null && <p role="alert">{error.message}</p>}
    </div>
  )
}
