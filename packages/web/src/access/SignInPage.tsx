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

/** The password form always works; the rest appears when the server says that it can. */
export function SignInPage() {
  const text = useText(accessText)
  const { naar } = useSearch({ from: '/inloggen' })
  const { data: options } = useQuery(signInOptionsQuery)
  const target = naar ?? '/'
  return (
    <div className="wk-sign-in">
      <PageHeader title={text.title} intro={text.intro} />
      {options !== undefined && options.demo.length > 0 && <DemoPeople people={options.demo} />}
      <PasswordForm target={target} />
      {options?.magicLink && <MagicLinkForm target={target} />}
    </div>
  )
}
