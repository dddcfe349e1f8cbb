import './account.css'
import './prove.css'
import { useQuery } from '@tanstack/react-query'
import { useText } from '../language/use-text.ts'
import { Notices } from '../ui/Notices.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { PageState } from '../ui/PageState.tsx'
import { AccountPassword } from './AccountPassword.tsx'
import { signInOptionsQuery } from './access.queries.ts'
import { ownSignInText } from './own-sign-in.text.ts'
import { PasskeySection } from './PasskeySection.tsx'
import { SecondFactorSection } from './SecondFactorSection.tsx'
import { SessionList } from './SessionList.tsx'
import { sessionQuery } from './session.queries.ts'

/** How somebody signs in who has no place at work: a mother or a youth with an account for her own page. */
export function OwnSignInPage() {
  const text = useText(ownSignInText)
  const query = useQuery(sessionQuery)
  const { data: options } = useQuery(signInOptionsQuery)
  return (
    <div className="wk-stack">
      <PageHeader title={text.title} intro={text.intro} />
      <p>
        <a href="/mijn">{text.back}</a>
      </p>
      <PageState query={query}>
        {({ email }) => (
          <>
            <p className="wk-muted">{text.account(email)}</p>
            <div className="wk-account">
              <AccountPassword />
              {options?.passkey && <PasskeySection />}
              <SecondFactorSection />
              <SessionList />
            </div>
          </>
        )}
      </PageState>
      <Notices />
    </div>
  )
}
