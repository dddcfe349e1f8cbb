import { networkMap } from '@weerklank/core/charts/network-map'
import { networkMapLeast } from '@weerklank/core/charts/network-map-input'
import { networkMapSigns } from '@weerklank/core/charts/network-map-legend'
import type { NetworkClosed } from '@weerklank/core/team/network.contract'
import {
  comparisonSentences,
  findingSentences,
  missingSentences,
  networkQuestions,
} from '@weerklank/core/team/network.words'
import { networkPicture } from '@weerklank/core/team/network-picture'
import { type MouseEvent, useRef, useState } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { SvgPicture, SvgSign } from '../ui/SvgPicture.tsx'
import { useRoom } from '../ui/use-room.ts'
import { NetworkList, NetworkOne } from './NetworkList.tsx'
import { NetworkTake } from './NetworkTake.tsx'
import { NetworkTalk } from './NetworkTalk.tsx'
import { networkText } from './network.text.ts'

type Props = { relation: string; wave: string; since: string | null; details: NetworkClosed }

/** The map of a moment that is shut: sentences and questions, the picture where there is room, and the list that says the same. */
export function NetworkMapView({ relation, wave, since, details }: Props) {
  const text = useText(networkText)
  const lang = useLanguage()
  const [focus, setFocus] = useState<string | null>(null)
  const { map, compared } = details
  const told = compared === null ? findingSentences(map.findings, lang) : comparisonSentences(compared, lang)
  const title = compared === null ? details.wave.title : text.since(compared.before.title)
  return (
    <div className="wk-stack wk-stack--wide">
      <div className="wk-network-told">
        <h3>{title}</h3>
        {[...told, ...missingSentences(map, lang)].map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      <Talk {...{ relation }} wave={details.wave} />
      <NetworkOne {...{ details, focus }} onFocus={setFocus} />
      <Picture {...{ details, focus }} sentence={told.join(' ')} onFocus={setFocus} />
      <NetworkList {...{ details }} />
      <Disclosure label={text.take} className="wk-no-print">
        <NetworkTake {...{ relation, wave, since }} title={details.wave.title} sentence={told.join(' ')} />
      </Disclosure>
    </div>
  )
}

function Talk({ relation, wave }: { relation: string; wave: NetworkClosed['wave'] }) {
  const text = useText(networkText)
  const lang = useLanguage()
  return (
    <div className="wk-network-talk">
      <h3>{text.talk}</h3>
      <NetworkTalk {...{ relation, wave }} />
      <ul>
        {networkQuestions(lang).map((question) => (
          <li key={question}>{question}</li>
        ))}
      </ul>
    </div>
  )
}

type Drawn = {
  details: NetworkClosed
  focus: string | null
  sentence: string
  onFocus: (key: string | null) => void
}

/** The picture where it can be read; on a phone the list is enough. */
function Picture({ details: { map, compared }, focus, sentence, onFocus }: Drawn) {
  const text = useText(networkText)
  const lang = useLanguage()
  const holder = useRef<HTMLDivElement>(null)
  const room = useRoom(holder)
  const head = { idPrefix: 'kaart', title: text.title, description: sentence, lang }
  const input = networkPicture({ map, compared, focus }, { ...head, width: Math.min(room ?? 960, 1040) })
  function handlePicture(event: MouseEvent) {
    const mark = event.target instanceof Element ? event.target.closest('[data-key]') : null
    const key = mark?.getAttribute('data-key') ?? null
    onFocus(key === focus ? null : key)
  }
  if (map.people.length === 0) return null
  return (
    <>
      {/* What the picture opens, the choice above it opens too, by keyboard and for who listens. */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: see above */}
      <div ref={holder} className="wk-network-picture" onClick={handlePicture}>
        {room !== null && room < networkMapLeast ? (
          <p className="wk-muted">{text.tooSmall}</p>
        ) : (
          <SvgPicture svg={networkMap(input).svg} />
        )}
      </div>
      {(room ?? 0) >= networkMapLeast && (
        <ul className="wk-network-signs">
          {networkMapSigns(input).map(({ id, sign, text: words }) => (
            <li key={id}>
              <SvgSign svg={sign} /> {words}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
