import { dictionary } from '../language/dictionary.ts'

export const trajectoryFrameText = dictionary({
  nl: {
    back: 'Alle trajecten',
    noPurpose: 'Leren van en met elkaar, over organisaties heen.',
    parts: 'Onderdelen van dit traject',
    tab: {
      overview: 'Overzicht',
      people: 'Mensen',
      buddies: 'Maatjes',
      between: 'Tussendoor',
      monitor: 'Monitor',
      report: 'Verslag',
    },
    status: { draft: 'In de maak', running: 'Loopt', ended: 'Afgerond' },
  },
  en: {
    back: 'All trajectories',
    noPurpose: 'Learning from and with each other, across organisations.',
    parts: 'Parts of this trajectory',
    tab: {
      overview: 'Overview',
      people: 'People',
      buddies: 'Buddies',
      between: 'In between',
      monitor: 'Monitor',
      report: 'Report',
    },
    status: { draft: 'Being composed', running: 'Running', ended: 'Ended' },
  },
})
