import { dictionary } from '../language/dictionary.ts'

export const emergencyBannerText = dictionary({
  nl: {
    own: (until: string) => `Je kijkt hier met spoed mee, tot ${until}. Het team ziet dat.`,
    end: 'Stop met meekijken',
    ended: 'Je kijkt niet meer mee.',
    endFailed: 'Stoppen lukte niet. Probeer het zo weer; vanzelf stopt het ook.',
    someone: 'Een collega',
    looking: (name: string, until: string) => `${name} kijkt met spoed mee, tot ${until}.`,
    looked: (name: string, moment: string) => `${name} keek met spoed mee: ${moment}.`,
    because: 'Reden:',
    label: 'Met spoed meegekeken',
  },
  en: {
    own: (until: string) => `You look in here in an emergency, until ${until}. The team sees that.`,
    end: 'Stop looking in',
    ended: 'You no longer look in.',
    endFailed: 'Stopping did not work. Please try again soon; it stops by itself as well.',
    someone: 'A colleague',
    looking: (name: string, until: string) => `${name} looks in here in an emergency, until ${until}.`,
    looked: (name: string, moment: string) => `${name} looked in here in an emergency: ${moment}.`,
    because: 'Reason:',
    label: 'Looked in, in an emergency',
  },
})
