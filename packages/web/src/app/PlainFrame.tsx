import './shell.css'
import type { ReactNode } from 'react'
import { chooseLanguage } from '../language/language-choice.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Logo } from './Logo.tsx'
import { SkipLink } from './SkipLink.tsx'

/** Round pages that do not know who is there: signing in, not found, broken. */
export function PlainFrame({ children }: { children: ReactNode }) {
  return (
    <div className="wk-plain">
      <SkipLink />
      <header className="wk-plain__top wk-no-print">
        <a className="wk-brand" href="/">
          <Logo />
          <span>Weerklank</span>
        </a>
        <LanguageSwitch onChoose={chooseLanguage} />
      </header>
      <main id="inhoud" tabIndex={-1} className="wk-plain__main">
        {children}
      </main>
    </div>
  )
}
