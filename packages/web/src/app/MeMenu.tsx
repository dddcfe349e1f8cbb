import { useMutation } from '@tanstack/react-query'
import { signOut, useSetLanguage } from '../access/access.actions.ts'
import { accessText } from '../access/access.text.ts'
import { useMe } from '../access/access.ts'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { notify } from '../ui/notices.ts'
import { VoiceBadge } from '../ui/VoiceBadge.tsx'
import { appText } from './app.text.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'

/** The browser closes it on Escape and on a press elsewhere, and tells whether it is open. */
export function MeMenu() {
  const text = useText(appText)
  const { role: roleNames } = useText(accessText)
  const { name, roles } = useMe().member
  const setLanguage = useSetLanguage()
  const leave = useMutation({
    mutationFn: signOut,
    onSuccess: () => {
      forgetWhatWasTyped()
      // A whole new page: nothing of this person stays in memory.
      window.location.assign('/inloggen')
    },
    onError: () => notify({ text: text.signOutFailed }),
  })
  return (
    <div className="wk-me">
      <button type="button" className="wk-me__button" popoverTarget="mijn-menu" aria-label={text.me(name)}>
        <VoiceBadge family="professional" name={name} />
        <span className="wk-me__name">{name}</span>
        <Icon name="chevron-down" className="wk-me__chevron" />
      </button>
      <div id="mijn-menu" popover="auto" className="wk-me__menu">
        <div>
          <strong>{name}</strong>
          <p className="wk-muted wk-small">{roles.map((role) => roleNames[role]).join(', ')}</p>
        </div>
        <LanguageSwitch
          onChoose={(language) =>
            setLanguage.mutate(language, { onError: () => notify({ text: text.languageFailed }) })
          }
        />
        <Button icon="sign-out" busy={leave.isPending} onClick={() => leave.mutate()}>
          {text.signOut}
        </Button>
      </div>
    </div>
  )
}

/** Forms keep what was not sent in this tab; whoever signs out leaves nothing of it to the next person. */
function forgetWhatWasTyped() {
  try {
    sessionStorage.clear()
  } catch {
    // Closed off (a policy): then nothing was kept either.
  }
}
