import { type Listener, type Phrase, wordsTo } from '@weerklank/core/shared/spoken'

/** Every sentence about an account of one's own. `{name}` places are filled in; Dutch is the source. */
const nl = {
  title: 'Een eigen account (hoeft niet)',
  intro: {
    u: 'Met een account opent u deze pagina zonder link. U logt dan in met uw e-mailadres.',
    je: 'Met een account open je deze pagina zonder link. Je logt dan in met je e-mailadres.',
  },
  private: {
    u: 'Uw hulpverlener ziet niet dat u een account heeft. Uw link blijft gewoon werken.',
    je: 'Je hulpverlener ziet niet dat je een account hebt. Je link blijft gewoon werken.',
  },
  youth: {
    u: 'U bent 12 jaar of ouder. Daarom mag u dit zelf kiezen.',
    je: 'Je bent 12 jaar of ouder. Daarom mag je dit zelf kiezen. Je ouders kunnen niet in je account.',
  },
  email: { u: 'Uw e-mailadres', je: 'Je e-mailadres' },
  send: 'Stuur mij de mail',
  emailWrong: 'Dit is geen e-mailadres. Kijk het na.',

  sentTitle: { u: 'Kijk in uw mail', je: 'Kijk in je mail' },
  sentTo: { u: 'U krijgt zo een mail op {email}.', je: 'Je krijgt zo een mail op {email}.' },
  sentDo: 'Open de link in de mail. Vul daar deze code in:',
  sentCode: {
    u: 'Schrijf de code op, of onthoud hem. Geef hem aan niemand.',
    je: 'Schrijf de code op, of onthoud hem. Geef hem aan niemand.',
  },
  sentNone: {
    u: 'Komt er geen mail? Kijk bij ongewenste mail. Of vul uw adres nog een keer in.',
    je: 'Komt er geen mail? Kijk bij ongewenste mail. Of vul je adres nog een keer in.',
  },

  linkTitle: { u: 'Maak uw account', je: 'Maak je account' },
  linkIntro: {
    u: 'U maakt een account met {email}. Daarmee opent u uw eigen pagina.',
    je: 'Je maakt een account met {email}. Daarmee open je je eigen pagina.',
  },
  code: { u: 'De code van uw eigen pagina', je: 'De code van je eigen pagina' },
  codeHint: 'Vier cijfers.',
  codeWrong: {
    u: 'Deze code klopt niet. Kijk hem na op uw eigen pagina.',
    je: 'Deze code klopt niet. Kijk hem na op je eigen pagina.',
  },
  make: 'Maak mijn account',
  overTitle: 'Deze link werkt niet meer',
  overText: {
    u: 'De link is al gebruikt, of hij is verlopen. Heeft u al een account? Dan kunt u inloggen.',
    je: 'De link is al gebruikt, of hij is verlopen. Heb je al een account? Dan kun je inloggen.',
  },
  overDo: {
    u: 'Nog geen account? Vraag op uw eigen pagina een nieuwe mail.',
    je: 'Nog geen account? Vraag op je eigen pagina een nieuwe mail.',
  },
  signIn: 'Inloggen',
  made: { u: 'Uw account is klaar. U bent ingelogd.', je: 'Je account is klaar. Je bent ingelogd.' },

  linkedTitle: { u: 'Uw account', je: 'Je account' },
  linkedSince: {
    u: 'Deze pagina hoort bij het account {email}, sinds {day}.',
    je: 'Deze pagina hoort bij het account {email}, sinds {day}.',
  },
  linkedWay: {
    u: 'U opent hem met inloggen of met uw link.',
    je: 'Je opent hem met inloggen of met je link.',
  },
  notYours: {
    u: 'Kent u dit adres niet? Maak het account dan los.',
    je: 'Ken je dit adres niet? Maak het account dan los.',
  },
  unlink: 'Account losmaken',
  unlinked: {
    u: 'Het account is los van uw pagina. Uw link werkt nog.',
    je: 'Het account is los van je pagina. Je link werkt nog.',
  },
  signOut: 'Uitloggen',
  means: 'Wachtwoord of passkey',
  toAll: { u: 'Al uw pagina’s', je: 'Al je pagina’s' },

  mineTitle: { u: 'Uw pagina’s', je: 'Je pagina’s' },
  mineIntro: { u: 'Kies welke pagina u wilt openen.', je: 'Kies welke pagina je wilt openen.' },
  mineAs: { u: 'U heet daar {name}', je: 'Je heet daar {name}' },
  mineNone: {
    u: 'Bij dit account hoort nu geen plek. Heeft u een link? Open dan uw pagina met de link.',
    je: 'Bij dit account hoort nu geen plek. Heb je een link? Open dan je pagina met de link.',
  },
  mineWork: 'Naar het werk',
  gone: 'Deze pagina is er niet',
  goneText: {
    u: 'Misschien is het account losgemaakt. Of de pagina is gewist.',
    je: 'Misschien is het account losgemaakt. Of de pagina is gewist.',
  },
} as const satisfies Record<string, Phrase>

const en: Record<keyof typeof nl, string> = {
  title: 'An account of your own (not needed)',
  intro: 'With an account you open this page without a link. You then sign in with your e-mail address.',
  private: 'Your care worker does not see that you have an account. Your link simply goes on working.',
  youth: 'You are 12 or older. So you may choose this yourself. Your parents cannot get into your account.',
  email: 'Your e-mail address',
  send: 'Send me the mail',
  emailWrong: 'This is no e-mail address. Look it over.',

  sentTitle: 'Look in your mail',
  sentTo: 'You will soon get a mail at {email}.',
  sentDo: 'Open the link in the mail. Fill in this code there:',
  sentCode: 'Write the code down, or remember it. Give it to nobody.',
  sentNone: 'No mail? Look among the unwanted mail. Or fill in your address once more.',

  linkTitle: 'Make your account',
  linkIntro: 'You make an account with {email}. With it you open your own page.',
  code: 'The code from your own page',
  codeHint: 'Four digits.',
  codeWrong: 'This code is not right. Look it up on your own page.',
  make: 'Make my account',
  overTitle: 'This link no longer works',
  overText: 'The link was used already, or it has expired. Do you have an account? Then you can sign in.',
  overDo: 'No account yet? Ask for a new mail on your own page.',
  signIn: 'Sign in',
  made: 'Your account is ready. You are signed in.',

  linkedTitle: 'Your account',
  linkedSince: 'This page belongs to the account {email}, since {day}.',
  linkedWay: 'You open it by signing in or with your link.',
  notYours: 'You do not know this address? Then unlink the account.',
  unlink: 'Unlink the account',
  unlinked: 'The account is off your page. Your link still works.',
  signOut: 'Sign out',
  means: 'Password or passkey',
  toAll: 'All your pages',

  mineTitle: 'Your pages',
  mineIntro: 'Choose which page you want to open.',
  mineAs: 'There you are called {name}',
  mineNone: 'No place belongs to this account now. Do you have a link? Then open your page with the link.',
  mineWork: 'To the work',
  gone: 'This page is not there',
  goneText: 'Perhaps the account was unlinked. Or the page was deleted.',
}

export const ownAccountText = { nl, en }

export type AccountWords = Record<keyof typeof nl, string>

/** All sentences in the listener's language and form of address. */
export function accountWordsFor(listener: Listener): AccountWords {
  return wordsTo(ownAccountText, listener)
}
