import './sign-in.css'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useText } from '../language/use-text.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { signInOptionsQuery } from './access.queries.ts'
import { accessText } from './access.text.ts'
import { DemoPeople } from './DemoPeople.tsx'
import { MagicLinkForm } from './MagicLinkForm.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { SignInOtherWays } from './SignInOtherWays.tsx'

/** The password form always works; the rest appears when the server says that it can. */
export function SignInPage() {
  const text = useText(accessText)
  const { naar, sso } = useSearch({ from: '/inloggen' })
  const { data: options } = useQuery(signInOptionsQuery)
  const target = naar ?? '/'
  const name = options?.singleSignOn?.name ?? text.singleSignOnAnyone
  return (
    <div className="wk-sign-in">
      <PageHeader title={text.title} intro={text.intro} />
      {sso !== undefined && (
        <p className="wk-sign-in__outcome" role="alert">
          {sso === 'refused' ? text.singleSignOnRefused(name) : text.singleSignOnUnavailable(name)}
        </p>
      )}
      {options !== undefined && options.demo.length > 0 && <DemoPeople people={options.demo} />}
      <PasswordForm target={target} />
      {options !== undefined && <SignInOtherWays options={options} target={target} />}
      {options?.magicLink && <MagicLinkForm target={target} />}
    </div>
  )
}
