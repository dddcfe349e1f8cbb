import type { Room } from '@weerklank/core/access/rooms'
import { dictionary } from '../language/dictionary.ts'

const roomNl: Record<Room, string> = {
  today: 'Vandaag',
  relations: 'Samenwerkingen',
  rounds: 'Rondes',
  research: 'Onderzoek',
  audit: 'Logboek',
  members: 'Mensen',
  settings: 'Instellingen',
  outbox: 'Uitgaande post',
  privacy: 'Privacy',
}
const roomEn: Record<Room, string> = {
  today: 'Today',
  relations: 'Collaborations',
  rounds: 'Rounds',
  research: 'Research',
  audit: 'Log',
  members: 'People',
  settings: 'Settings',
  outbox: 'Outgoing mail',
  privacy: 'Privacy',
}

export const appText = dictionary({
  nl: {
    skip: 'Naar de inhoud',
    rooms: 'Kamers',
    room: roomNl,
    moreRooms: 'Meer',
    asksAttention: (count: number) => (count === 1 ? 'één vraagt aandacht' : `${count} vragen aandacht`),
    search: 'Zoeken',
    searchLabel: 'Zoek een samenwerking of een mens',
    me: (name: string) => `${name}, jouw menu`,
    language: 'Taal',
    signOut: 'Uitloggen',
    signOutFailed: 'Uitloggen lukte niet. Je bent nog ingelogd. Probeer het zo weer.',
    languageFailed: 'De taal is alleen op dit apparaat veranderd. Probeer het zo weer.',
    demo: 'Proefomgeving: alles is verzonnen',
    notFoundTitle: 'Deze pagina is er niet',
    notFoundText: 'Misschien is het adres verkeerd overgenomen, of bestaat deze pagina niet meer.',
    toToday: 'Naar Vandaag',
    brokenTitle: 'Hier ging iets mis',
    brokenText:
      'Deze pagina kon niet worden getoond. Wat je bewaarde, staat er nog. Laad de pagina opnieuw. Blijft het misgaan, zeg het dan tegen je beheerder.',
    reload: 'Laad opnieuw',
  },
  en: {
    skip: 'To the content',
    rooms: 'Rooms',
    room: roomEn,
    moreRooms: 'More',
    asksAttention: (count: number) => (count === 1 ? 'one asks for attention' : `${count} ask for attention`),
    search: 'Search',
    searchLabel: 'Search a collaboration or a person',
    me: (name: string) => `${name}, your menu`,
    language: 'Language',
    signOut: 'Sign out',
    signOutFailed: 'Signing out did not work. You are still signed in. Please try again soon.',
    languageFailed: 'The language changed on this device only. Please try again soon.',
    demo: 'Try-out: everything is invented',
    notFoundTitle: 'This page is not there',
    notFoundText: 'Perhaps the address was copied wrongly, or this page no longer exists.',
    toToday: 'To Today',
    brokenTitle: 'Something went wrong here',
    brokenText:
      'This page could not be shown. What you kept is still there. Load the page again. If it keeps going wrong, tell your administrator.',
    reload: 'Load again',
  },
})
