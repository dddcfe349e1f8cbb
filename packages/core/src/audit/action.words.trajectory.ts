import type { Bilingual } from '../shared/language.ts'

/** Composing and leading trajectories, in the words of the record (see action.words.ts). */
export const trajectoryWords = {
  'trajectory.listed': {
    nl: 'bekeek welke leertrajecten er zijn',
    en: 'looked at which learning trajectories there are',
  },
  'trajectory.composed': { nl: 'stelde een leertraject samen', en: 'composed a learning trajectory' },
  'trajectory.read': { nl: 'opende een leertraject', en: 'opened a learning trajectory' },
  'trajectory.edited': { nl: 'veranderde een leertraject', en: 'changed a learning trajectory' },
  'trajectory.colleagues-set': {
    nl: 'koos wie een leertraject trekt en wie de monitor leest',
    en: 'chose who leads a learning trajectory and who reads its monitor',
  },
  'trajectory.started': { nl: 'liet een leertraject beginnen', en: 'started a learning trajectory' },
  'trajectory.ended': { nl: 'sloot een leertraject af', en: 'ended a learning trajectory' },
  'trajectory.reopened': { nl: 'opende een leertraject opnieuw', en: 'opened a learning trajectory again' },
  'trajectory.register-read': {
    nl: 'bekeek wie meedoet aan een leertraject',
    en: 'looked at who takes part in a learning trajectory',
  },
  'trajectory.people-added': {
    nl: 'voegde mensen toe aan een leertraject',
    en: 'added people to a learning trajectory',
  },
  'trajectory.person-changed': {
    nl: 'veranderde hoe iemand in een leertraject heet',
    en: 'changed how somebody in a learning trajectory is named',
  },
  'trajectory.status-set': {
    nl: 'schreef op of iemand meedoet, stopte of klaar is',
    en: 'wrote down whether somebody takes part, stopped or completed it',
  },
  'trajectory.linked': { nl: 'maakte een link naar leerpagina’s', en: 'made a link to learning pages' },
  'trajectory.mailed': { nl: 'mailde een link naar leerpagina’s', en: 'mailed a link to learning pages' },
  'trajectory.reminded': {
    nl: 'stuurde een herinnering bij een leertraject',
    en: 'sent a reminder of a learning trajectory',
  },
  'trajectory.attendance-set': {
    nl: 'schreef op wie bij een bijeenkomst was',
    en: 'wrote down who was at an event',
  },
  'trajectory.certificate-made': {
    nl: 'maakte een bewijs van deelname',
    en: 'made a certificate of participation',
  },
} satisfies Record<string, Bilingual>
