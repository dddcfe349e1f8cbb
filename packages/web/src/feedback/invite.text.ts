import { dictionary } from '../language/dictionary.ts'

export const inviteText = dictionary({
  nl: {
    revoke: 'Trek de link in',
    revoked: (name: string) => `De link voor ${name} is ingetrokken.`,
    open: 'Wacht op antwoord',
    openOne: (day: string, until: string) => `Gevraagd ${day}. De link werkt tot ${until}.`,
    showAgain: 'Toon link opnieuw',
    showAgainHint: 'Toon je een link opnieuw, dan is het een nieuwe. De oude werkt dan niet meer.',
    failed: 'Dat lukte niet. Probeer het zo weer.',
  },
  en: {
    revoke: 'Withdraw the link',
    revoked: (name: string) => `The link for ${name} is withdrawn.`,
    open: 'Waiting for an answer',
    openOne: (day: string, until: string) => `Asked ${day}. The link works until ${until}.`,
    showAgain: 'Show link again',
    showAgainHint: 'A link that is shown again is a new one. The old one then stops working.',
    failed: 'That did not work. Please try again soon.',
  },
})
