import type { Bilingual } from '../shared/language.ts'

/** What was done with forms and with what was answered to them, as in action.words.ts. */
export const formWords = {
  'form.listed': { nl: 'bekeek de lijst van vragenlijsten', en: 'looked at the list of forms' },
  'form.read': { nl: 'bekeek een vragenlijst', en: 'looked at a form' },
  'form.imported': { nl: 'haalde een vragenlijst binnen', en: 'brought in a form' },
  'form.built': { nl: 'begon een eigen vragenlijst', en: 'began a form of one’s own' },
  'form.changed': { nl: 'maakte een nieuwe versie van een vragenlijst', en: 'made a new version of a form' },
  'form.published': { nl: 'gaf een vragenlijst vrij', en: 'published a form' },
  'form.retired': { nl: 'haalde een vragenlijst uit gebruik', en: 'retired a form' },
  'form.taken-along': { nl: 'bewaarde een vragenlijst als bestand', en: 'kept a form as a file' },
  'form.licence-need': {
    nl: 'zei of een vragenlijst een licentie nodig heeft',
    en: 'said whether a form needs a licence',
  },
  'licence.recorded': { nl: 'schreef een licentie op', en: 'wrote a licence down' },
  'licence.changed': { nl: 'veranderde een licentie', en: 'changed a licence' },
  'licence.ended': { nl: 'beëindigde een licentie', en: 'ended a licence' },
  'form-response.read': {
    nl: 'las [een antwoord|uw antwoord] op een vragenlijst',
    en: 'read [an answer|your answer] to a form',
  },
  'form-response.stored': {
    nl: 'bewaarde [een antwoord|uw antwoord] op een vragenlijst',
    en: 'stored [an answer|your answer] to a form',
  },
  'form-response.readers': {
    nl: 'koos wie een ingevulde vragenlijst mag lezen',
    en: 'chose who may read a form that was filled in',
  },
  'form-invitation.read': {
    nl: 'bekeek welke vragenlijsten [er|aan u] gevraagd zijn',
    en: 'looked at which forms were asked [here|of you]',
  },
  'form-invitation.created': {
    nl: 'maakte een link voor [een|uw] vragenlijst',
    en: 'made a link to [a|your] form',
  },
  'form-invitation.renewed': {
    nl: 'vernieuwde de link voor [een|uw] vragenlijst',
    en: 'renewed the link to [a|your] form',
  },
  'form-invitation.revoked': {
    nl: 'trok de link voor [een|uw] vragenlijst in',
    en: 'withdrew the link to [a|your] form',
  },
  'form-invitation.opened': { nl: 'opende een vragenlijst', en: 'opened a form' },
  'form-invitation.kept': {
    nl: 'vulde een deel van een vragenlijst in',
    en: 'filled in a part of a form',
  },
} as const satisfies Record<string, Bilingual>
