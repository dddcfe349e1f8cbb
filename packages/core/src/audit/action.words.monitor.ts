import type { Bilingual } from '../shared/language.ts'

/** The monitor of a trajectory, and trajectories from files, in the words of the record (see action.words.ts). */
export const monitorWords = {
  'trajectory.imported': {
    nl: 'bracht een leertraject uit een bestand in',
    en: 'brought in a learning trajectory from a file',
  },
  'trajectory.monitor-read': {
    nl: 'bekeek de monitor van een leertraject',
    en: 'looked at the monitor of a learning trajectory',
  },
} satisfies Record<string, Bilingual>
