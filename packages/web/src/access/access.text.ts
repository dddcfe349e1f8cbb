import type { Role } from '@weerklank/core/access/access'
import { dictionary } from '../language/dictionary.ts'

const roleNl: Record<Role, string> = {
  professional: 'Professional',
  facilitator: 'Gespreksleider',
  trainer: 'Trainer',
  researcher: 'Onderzoeker',
  coach: 'Teamcoach',
  administrator: 'Beheerder',
  'privacy-officer': 'Privacyfunctionaris',
  guest: 'Gast',
}
const roleEn: Record<Role, string> = {
  professional: 'Professional',
  facilitator: 'Facilitator',
  trainer: 'Trainer',
  researcher: 'Researcher',
  coach: 'Team coach',
  administrator: 'Administrator',
  'privacy-officer': 'Privacy officer',
  guest: 'Guest',
}

export const accessText = dictionary({
  nl: {
    role: roleNl,
    title: 'Inloggen',
    intro: 'Hoor terug hoe samenwerken gaat, en praat erover.',
    email: 'E-mailadres',
    password: 'Wachtwoord',
    signIn: 'Inloggen',
    emailMissing: 'Vul je e-mailadres in, bijvoorbeeld noor@delinde.nl',
    passwordMissing: 'Vul je wachtwoord in',
    wrongPair: 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze na, of vraag een link.',
    passwordShow: 'Toon wachtwoord',
    otherWays: 'Of log zo in',
    singleSignOn: (name: string) => `Inloggen met ${name}`,
    singleSignOnAnyone: 'je organisatie',
    singleSignOnRefused: (name: string) =>
      `Inloggen met ${name} lukte niet. Log hieronder in, of vraag je beheerder of je account hier bekend is.`,
    singleSignOnUnavailable: (name: string) =>
      `Inloggen met ${name} werkt nu even niet. Log hieronder in, of probeer het later weer.`,
    passkey: 'Inloggen met een passkey',
    passkeyHint: 'Met je vinger, gezicht, pincode of beveiligingssleutel.',
    passkeyFailed: 'Met een passkey lukte het niet. Probeer het nog een keer, of log in met je wachtwoord.',
    linkTitle: 'Zonder wachtwoord',
    linkIntro: 'Je krijgt een mail met een link. Daarmee log je één keer in.',
    sendLink: 'Stuur mij een link',
    linkSent: (email: string) =>
      `Kijk in je mail. Is ${email} hier bekend, dan staat er zo een link in. Komt er niets? Kijk ook bij ongewenste mail, of vraag het je beheerder.`,
    demoTitle: 'Even rondkijken',
    demoIntro: 'Dit is een proefomgeving. Alle mensen en antwoorden zijn verzonnen. Kies wie je even bent.',
    noContentTitle: (name: string) => `Welkom, ${name}`,
    noContentIntro: (roles: string) => `Je bent hier: ${roles.toLowerCase()}.`,
    noContentWhy:
      'In deze rol zie je geen gesprekken, antwoorden of namen van cliënten. Die zijn van de mensen die samenwerken.',
    noContentNow: 'Wat je wel kunt doen, staat in het menu.',
  },
  en: {
    role: roleEn,
    title: 'Sign in',
    intro: 'Hear back how working together goes, and talk about it.',
    email: 'E-mail address',
    password: 'Password',
    signIn: 'Sign in',
    emailMissing: 'Fill in your e-mail address, for example noor@delinde.nl',
    passwordMissing: 'Fill in your password',
    wrongPair: 'This e-mail address and password do not belong together. Check them, or ask for a link.',
    passwordShow: 'Show password',
    otherWays: 'Or sign in like this',
    singleSignOn: (name: string) => `Sign in with ${name}`,
    singleSignOnAnyone: 'your organisation',
    singleSignOnRefused: (name: string) =>
      `Signing in with ${name} did not work. Sign in below, or ask your administrator whether your account is known here.`,
    singleSignOnUnavailable: (name: string) =>
      `Signing in with ${name} does not work right now. Sign in below, or try again later.`,
    passkey: 'Sign in with a passkey',
    passkeyHint: 'With your finger, face, PIN or security key.',
    passkeyFailed: 'It did not work with a passkey. Try again, or sign in with your password.',
    linkTitle: 'Without a password',
    linkIntro: 'You get a mail with a link. With it you sign in once.',
    sendLink: 'Send me a link',
    linkSent: (email: string) =>
      `Look in your mail. If ${email} is known here, a link will be there soon. Nothing? Look in unwanted mail too, or ask your administrator.`,
    demoTitle: 'Have a look round',
    demoIntro: 'This is a try-out. All people and answers are invented. Choose who you are for a moment.',
    noContentTitle: (name: string) => `Welcome, ${name}`,
    noContentIntro: (roles: string) => `Here you are: ${roles.toLowerCase()}.`,
    noContentWhy:
      'In this role you see no talks, answers or names of clients. Those belong to the people who work together.',
    noContentNow: 'What you can do stands in the menu.',
  },
})
