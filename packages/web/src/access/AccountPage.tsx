import './account.css'
import './prove.css'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type Language, languages } from '@weerklank/core/shared/language'
import { Suspense } from 'react'
import { useLanguage, useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { componentLater } from '../ui/Later.tsx'
import { notify } from '../ui/notices.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Section } from '../ui/Section.tsx'
import { AccountData } from './AccountData.tsx'
import { AccountOwnPage } from './AccountOwnPage.tsx'
import { AccountPassword } from './AccountPassword.tsx'
import { useSetLanguage } from './access.actions.ts'
import { signInOptionsQuery } from './access.queries.ts'
import { accountText } from './account.text.ts'
import { PasskeySection } from './PasskeySection.tsx'
import { SecondFactorSection } from './SecondFactorSection.tsx'
import { SessionList } from './SessionList.tsx'
import { linkSingleSignOn } from './session.actions.ts'
import { sessionQuery } from './session.queries.ts'

const AccountPrograms = componentLater(async () => (await import('./AccountPrograms.tsx')).AccountPrograms)

/** All about oneself: how one signs in, where, and in which language. Nobody else sees this page. */
export function AccountPage() {
  const text = useText(accountText)
  const { data: options } = useQuery(signInOptionsQuery)
  const { data: session } = useQuery(sessionQuery)
  return (
    <div className="wk-account">
      <PageHeader title={text.title} intro={text.intro} />
      {session?.ways.password && <AccountPassword />}
      <SecondFactorSection />
      {options?.passkey && <PasskeySection />}
      {options?.singleSignOn && (
        <SingleSignOn name={options.singleSignOn.name} isLinked={session?.ways.singleSignOn === true} />
      )}
      <SessionList />
      {session?.hasOwnPage && <AccountOwnPage />}
      <AccountLanguage />
      <AccountData />
      <Suspense fallback={null}>
        <AccountPrograms />
      </Suspense>
    </div>
  )
}

function SingleSignOn({ name, isLinked }: { name: string; isLinked: boolean }) {
  const text = useText(accountText)
  const link = useMutation({
    mutationFn: linkSingleSignOn,
    onSuccess: ({ url }) => window.location.assign(url),
  })
  return (
    <Section title={text.signOnTitle} intro={isLinked ? undefined : text.signOnIntro(name)}>
      {isLinked ? (
        <p>{text.signOnLinked(name)}</p>
      ) : (
        <div className="wk-actions">
          <Button icon="link" busy={link.isPending} onClick={() => link.mutate()}>
            {text.signOnLink(name)}
          </Button>
        </div>
      )}
      <div role="alert">{link.error !== null && <p className="wk-field__error">{link.error.message}</p>}</div>
    </Section>
  )
}

/** Each language is called by its own name, for whoever does not read the other. */
const ownNames: Record<Language, string> = { nl: 'Nederlands', en: 'English' }

function AccountLanguage() {
  const text = useText(accountText)
  const current = useLanguage()
  const setLanguage = useSetLanguage()
  return (
    <Section title={text.languageTitle}>
      <RadioGroup
        id="account-language"
        label={text.languageLabel}
        value={current}
        options={languages.map((value) => ({ value, label: ownNames[value] }))}
        onChange={(language) =>
          setLanguage.mutate(language, { onError: () => notify({ text: text.languageFailed }) })
        }
      />
    </Section>
  )
}
