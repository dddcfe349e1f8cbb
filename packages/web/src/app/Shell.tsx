import './shell.css'
import './shell-wide.css'
import { type ReactNode, useState } from 'react'
import { useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { Icon } from '../ui/Icon.tsx'
import { Notices } from '../ui/Notices.tsx'
import { appText } from './app.text.ts'
import { Logo } from './Logo.tsx'
import { MeMenu } from './MeMenu.tsx'
import { Rooms } from './Rooms.tsx'
import { SearchBox } from './SearchBox.tsx'
import { SkipLink } from './SkipLink.tsx'

/** Left the rooms (below on a phone), top the workspace, search and me. */
export function Shell({ children }: { children: ReactNode }) {
  return (
    <div className="wk-shell">
      <SkipLink />
      <TopBar />
      <Rooms />
      <main id="inhoud" tabIndex={-1} className="wk-main">
        <div className="wk-page">{children}</div>
      </main>
      <Notices />
    </div>
  )
}

function TopBar() {
  const text = useText(appText)
  const { workspace, mayWorkWithContent } = useMe()
  const [searching, setSearching] = useState(false)
  return (
    <header className="wk-top wk-no-print">
      <div className="wk-brand">
        <Logo />
        <span className="wk-brand__name">Weerklank</span>
      </div>
      <div className="wk-top__bar">
        <div className="wk-top__workspace">
          <strong>{workspace.name}</strong>
          {workspace.isDemo && <span className="wk-top__demo">{text.demo}</span>}
        </div>
        {mayWorkWithContent && (
          <>
            <button
              type="button"
              className="wk-top__search-button"
              aria-expanded={searching}
              aria-controls="zoeken"
              onClick={() => setSearching(!searching)}
            >
              <Icon name="search" />
              <span className="wk-sr-only">{text.search}</span>
            </button>
            <SearchBox open={searching} onDone={() => setSearching(false)} />
          </>
        )}
        <MeMenu />
      </div>
    </header>
  )
}
