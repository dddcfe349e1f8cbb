import {
  adviceOf,
  type ChooserInstrument,
  type InstrumentRule,
  type Licensed,
} from '@weerklank/core/team/chooser'
import { type ReactNode, useEffect, useRef } from 'react'
import { FormatLines } from '../dialogue/dialogue.ts'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { ChoosingAgain } from '../ui/Choosing.tsx'
import { CopyField } from '../ui/CopyField.tsx'
import { Later } from '../ui/Later.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
import { ChooserCard } from './ChooserCard.tsx'
import { chooserText } from './chooser.text.ts'
import { chooser, type Registered } from './chooser-content.ts'

type Props = {
  rule: InstrumentRule
  licensed: Licensed
  /** Forms of the organisation, by the key of the instrument that they are. */
  found: ReadonlyMap<string, Registered>
  /** No talk is planned yet: nothing may be sent out. */
  isBlocked: boolean
  onBack: () => void
  onAgain: () => void
}

/** What fits and why, with what one can do now; or that talking is better than measuring. */
export function ChooserOutcome({ rule, licensed, found, isBlocked, onBack, onAgain }: Props) {
  const text = useText(chooserText)
  const language = useLanguage()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { now, ask, isInstead } = adviceOf(chooser, rule, licensed)
  const { outcome } = rule
  const isTalk = outcome.kind === 'talk'
  const formats = isTalk ? outcome.formats : (now[0]?.formats ?? [])
  const cards = (some: readonly ChooserInstrument[]) =>
    some.map((one) => (
      <ChooserCard key={one.key} instrument={one} found={found.get(one.key)} isBlocked={isBlocked} />
    ))
  return (
    <section className="wk-stack wk-stack--wide">
      <h2 ref={heading} tabIndex={-1}>
        {isTalk ? text.talk : text.fits}
      </h2>
      <p>{rule.why[language]}</p>
      {isBlocked && <Blocked />}
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
        <Formats isMain={isTalk} keys={formats} title={isTalk ? null : text.after}>
          <LinkButton to="/gesprekken/vormen/kiezen" variant="quiet">
            {text.otherFormats}
          </LinkButton>
        </Formats>
      )}
      <CopyField
        id="keuzehulp-link"
        label={text.share}
        value={window.location.href}
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

function Blocked() {
  const text = useText(chooserText)
  return (
    <div className="wk-chooser-page__blocked">
      <p>
        <strong>{text.blocked}</strong>
      </p>
      <p>{text.blockedText}</p>
      <LinkButton variant="primary" icon="talk" to="/gesprekken/nieuw" className="wk-no-print">
        {text.plan}
      </LinkButton>
    </div>
  )
}

type FormatsProps = { keys: readonly string[]; title: string | null; isMain: boolean; children: ReactNode }

function Formats({ keys, title, isMain, children }: FormatsProps) {
  return (
    <>
      {title !== null && <h3>{title}</h3>}
      <Later open>
        <FormatLines keys={keys} isMain={isMain} />
      </Later>
      <div className="wk-actions wk-no-print">{children}</div>
    </>
  )
}
