import {
  adviceOf,
  type ChooserInstrument,
  type InstrumentRule,
  type Licensed,
} from '@weerklank/core/team/chooser'
import { type ReactNode, useEffect, useRef } from 'react'
import { FormatLines, type PlanningBegan } from '../dialogue/dialogue.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { ChoosingAgain } from '../ui/Choosing.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Later } from '../ui/Later.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { ChooserCard } from './ChooserCard.tsx'
import { chooserText } from './chooser.text.ts'
import { type ChooserSearch, chooser, type Registered } from './chooser-content.ts'

type Props = {
  rule: InstrumentRule
  licensed: Licensed
  /** Forms of the organisation, by the key of the instrument that they are. */
  found: ReadonlyMap<string, Registered>
  /** No talk is planned yet: nothing may be sent out. */
  isBlocked: boolean
  search: ChooserSearch
  onBack: () => void
  onAgain: () => void
}

/** What fits and why, with what one can do now; or that talking is better than measuring. */
export function ChooserOutcome({ rule, licensed, found, isBlocked, search, onBack, onAgain }: Props) {
  const text = useText(chooserText)
  const language = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { now, ask, isInstead } = adviceOf(chooser, rule, licensed)
  const { outcome } = rule
  const isTalk = outcome.kind === 'talk'
  const formats = isTalk ? outcome.formats : (now[0]?.formats ?? [])
  const began: PlanningBegan = {
    samenwerking: search.team,
    ...(now[0] && { titel: text.talkTitle(now[0].name[language]), vraag: text.talkAbout }),
    ...(isBlocked && { keuze: search.pad }),
  }
  const cards = (some: readonly ChooserInstrument[]) =>
    some.map((one) => (
      <ChooserCard
        key={one.key}
        instrument={one}
        found={found.get(one.key)}
        isBlocked={isBlocked}
        search={search}
      />
    ))
  return (
    <section className="wk-stack wk-stack--wide">
      <h2 ref={heading} tabIndex={-1}>
        {isTalk ? text.talk : text.fits}
      </h2>
      <p>{rule.why[language]}</p>
      {isBlocked && <Blocked began={{ ...began, vorm: formats[0] }} />}
      {isInstead && !isTalk && ask.length > 0 && <p>{text.instead}</p>}
      {cards(now)}
      {ask.length > 0 && (
        <>
          <h3>{text.ask}</h3>
          {cards(ask)}
        </>
      )}
      {isTalk && formats.length === 0 && <p>{text.noFormat}</p>}
      {formats.length > 0 && (
        <Formats isMain={isTalk} keys={formats} title={isTalk ? null : text.after} began={began}>
          <LinkButton to="/gesprekken/vormen/kiezen" variant="quiet">
            {text.otherFormats}
          </LinkButton>
        </Formats>
      )}
      <CopyField
        id="keuzehulp-link"
        label={text.share}
        value={sharedLink(search)}
        {...{ copy: text.copy, copied: text.copied, copyFailed: text.copyFailed }}
      />
      <div className="wk-actions wk-no-print">
        <Button icon="print" onClick={() => window.print()}>
          {text.print}
        </Button>
      </div>
      <ChoosingAgain onBack={onBack} onAgain={onAgain} />
    </section>
  )
}

/** The way alone: of which team it was asked is nobody's business. */
const sharedLink = ({ pad = '' }: ChooserSearch) =>
  `${window.location.origin}${window.location.pathname}?${new URLSearchParams({ pad })}`

/** The talk comes first: planned with what is known, after which one is back here and can go on. */
function Blocked({ began }: { began: PlanningBegan }) {
  const text = useText(chooserText)
  return (
    <div className="wk-chooser-page__blocked">
      <p>
        <strong>{text.blocked}</strong>
      </p>
      <p>{text.blockedText}</p>
      <div className="wk-actions wk-no-print">
        <LinkButton variant="primary" icon="talk" to="/gesprekken/nieuw" search={began as never}>
          {text.plan}
        </LinkButton>
      </div>
    </div>
  )
}

type FormatsProps = {
  keys: readonly string[]
  title: string | null
  isMain: boolean
  began: PlanningBegan
  children: ReactNode
}

function Formats({ keys, title, isMain, began, children }: FormatsProps) {
  return (
    <>
      {title !== null && <h3>{title}</h3>}
      <Later open>
        <FormatLines keys={keys} isMain={isMain} began={began} />
      </Later>
      <div className="wk-actions wk-no-print">{children}</div>
    </>
  )
}
