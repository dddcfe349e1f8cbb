import { dictionary } from '../language/dictionary.ts'

export const workspaceText = dictionary({
  nl: {
    places: 'Werken bij',
    asGuest: (name: string) => `${name} (als gast)`,
    switchFailed: 'Wisselen lukte niet. Probeer het zo weer.',
  },
  en: {
    places: 'Work at',
    asGuest: (name: string) => `${name} (as a guest)`,
    switchFailed: 'Changing did not work. Please try again soon.',
  },
})
