import { dictionary } from '../language/dictionary.ts'

/** Signing in with an account that opens a page of one's own. */
export const ownSignInText = dictionary({
  nl: {
    title: 'Inloggen',
    intro: 'Inloggen met een link in je mail kan altijd. Een wachtwoord of passkey mag, het hoeft niet.',
    account: (email: string) => `Dit is het account van ${email}.`,
    back: 'Terug naar mijn pagina’s',
  },
  en: {
    title: 'Signing in',
    intro: 'A link in your mail always works. You may choose a password or passkey. You need not.',
    account: (email: string) => `This is the account of ${email}.`,
    back: 'Back to my pages',
  },
})
