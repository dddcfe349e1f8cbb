import { useSetLanguage } from '../access/access.actions.ts'
import { accessText } from '../access/access.text.ts'
import { useMe } from '../access/access.ts'
import { useLeave, useLock } from '../access/leave.ts'
import { WorkspaceSwitch } from '../access/WorkspaceSwitch.tsx'
import { useText } from '../language/use-text.ts'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { LinkButton } from '../ui/LinkButton.tsx'
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
  const leave = useLeave({ onError: () => notify({ text: text.signOutFailed }) })
  const lock = useLock({ onError: () => notify({ text: text.lockFailed }) })
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
        <WorkspaceSwitch />
        <div className="wk-stack wk-stack--tight">
          <LinkButton to="/account" icon="key" onClick={closeMenu}>
            {text.account}
          </LinkButton>
          <Button icon="lock" busy={lock.isPending} onClick={() => lock.mutate()}>
            {text.lock}
          </Button>
        </div>
        <Button icon="sign-out" busy={leave.isPending} onClick={() => leave.mutate()}>
          {text.signOut}
        </Button>
      </div>
    </div>
  )
}

function closeMenu() {
  document.getElementById('mijn-menu')?.hidePopover()
}
