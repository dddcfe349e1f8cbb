import { dictionary } from '../language/dictionary.ts'

/** Devices in a hall: fetched with the settings. */
export const kiosksText = dictionary({
  nl: {
    title: 'Kiosken',
    intro:
      'Een toestel in de hal. Wie van een collega een code kreeg, beantwoordt daar één vraag. Een kiosk ziet verder niets.',
    name: 'Waar staat het toestel?',
    nameMissing: 'Schrijf op waar het toestel staat.',
    make: 'Maak een kiosk',
    open: (name: string) => `Open deze link op het toestel: ${name}`,
    once: 'De link werkt één keer, een dag lang. Je ziet hem alleen nu.',
    link: 'De link voor het toestel',
    copy: 'Kopieer de link',
    copied: 'De link is gekopieerd.',
    copyFailed: 'Kopiëren lukte niet. De link is geselecteerd: kopieer hem zelf.',
    qr: 'QR-code met de link voor het toestel',
    qrFailed: 'De QR-code kan nu niet getekend worden. De link werkt wel.',
    none: 'Er is nog geen kiosk.',
    waiting: 'Nog niet ingesteld.',
    used: (day: string | null) =>
      day === null ? 'Nog niet gebruikt.' : `Voor het laatst gebruikt op ${day}.`,
    end: (name: string) => `Stop kiosk ${name}`,
    endShort: 'Stop deze kiosk',
  },
  en: {
    title: 'Kiosks',
    intro:
      'A device in the hall. Whoever got a code from a colleague answers one question there. A kiosk sees nothing else.',
    name: 'Where does the device stand?',
    nameMissing: 'Write down where the device stands.',
    make: 'Make a kiosk',
    open: (name: string) => `Open this link on the device: ${name}`,
    once: 'The link works once, for a day. You see it only now.',
    link: 'The link for the device',
    copy: 'Copy the link',
    copied: 'The link is copied.',
    copyFailed: 'Copying did not work. The link is selected: copy it yourself.',
    qr: 'QR code with the link for the device',
    qrFailed: 'The QR code cannot be drawn right now. The link works.',
    none: 'There is no kiosk yet.',
    waiting: 'Not set up yet.',
    used: (day: string | null) => (day === null ? 'Not used yet.' : `Last used on ${day}.`),
    end: (name: string) => `End kiosk ${name}`,
    endShort: 'End this kiosk',
  },
})
