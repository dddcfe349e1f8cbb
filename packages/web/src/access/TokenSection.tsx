import { useQuery } from '@tanstack/react-query'
import type { ApiToken, ApiTokens } from '@weerklank/core/access/api-tokens.contract'
import { useState } from 'react'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { useKeepFocus } from '../ui/keep-focus.ts'
import { PageState } from '../ui/PageState.tsx'
import { Section } from '../ui/Section.tsx'
import { tokensQuery } from './programs.queries.ts'
import { programsText } from './programs.text.ts'
import { TokenLine } from './TokenLine.tsx'
import { TokenMake } from './TokenMake.tsx'
import { TokenRevoke } from './TokenRevoke.tsx'

/** The keys of one's own programs; for an administrator those of all. */
export function TokenSection() {
  const text = useText(programsText)
  const query = useQuery(tokensQuery)
  return (
    <>
      <Section title={text.tokens} intro={text.tokensIntro}>
        <PageState query={query}>{(tokens) => <Own tokens={tokens} />}</PageState>
      </Section>
      {query.data?.others != null && query.data.others.length > 0 && (
        <Section title={text.others} intro={text.othersIntro}>
          <Lines tokens={query.data.others} />
        </Section>
      )}
    </>
  )
}

function Own({ tokens }: { tokens: ApiTokens }) {
  const text = useText(programsText)
  const [making, setMaking] = useState(false)
  const { allowed, mayMake, own } = tokens
  return (
    <div className="wk-stack">
      {!allowed && <p className="wk-notice">{text.notAllowed}</p>}
      {allowed && !mayMake && <p className="wk-muted">{text.guests}</p>}
      {own.length === 0 ? <p className="wk-muted">{text.none}</p> : <Lines tokens={own} />}
      {mayMake && (
        <div className="wk-actions">
          <Button icon="plus" onClick={() => setMaking(true)}>
            {text.make}
          </Button>
        </div>
      )}
      <TokenMake open={making} onClose={() => setMaking(false)} />
    </div>
  )
}

function Lines({ tokens }: { tokens: readonly (ApiToken & { by?: string })[] }) {
  const [revoking, setRevoking] = useState<ApiToken | null>(null)
  const keepFocus = useKeepFocus<HTMLDivElement>()
  return (
    <div {...keepFocus}>
      <ul className="wk-lines">
        {tokens.map((token) => (
          <TokenLine key={token.id} token={token} onRevoke={() => setRevoking(token)} />
        ))}
      </ul>
      <TokenRevoke token={revoking} onClose={() => setRevoking(null)} />
    </div>
  )
}
