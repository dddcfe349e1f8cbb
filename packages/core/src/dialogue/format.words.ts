import { assertNever } from '../shared/assert-never.ts'
import type { Bilingual } from '../shared/language.ts'
import type { MeetingRole } from './dialogue.ts'
import type { FormatProblemCode } from './format.rules.ts'
import type { FormatStep, OutputType, StepInput } from './format.ts'

/** What each role at the table is called. */
export const meetingRoleWords: Readonly<Record<MeetingRole, Bilingual>> = {
  facilitator: { nl: 'gespreksleider', en: 'facilitator' },
  host: { nl: 'gastheer', en: 'host' },
  participant: { nl: 'deelnemer', en: 'participant' },
  witness: { nl: 'getuige', en: 'witness' },
  recorder: { nl: 'verslaglegger', en: 'recorder' },
  timekeeper: { nl: 'tijdbewaker', en: 'timekeeper' },
  presenter: { nl: 'inbrenger', en: 'presenter' },
  interviewer: { nl: 'interviewer', en: 'interviewer' },
  'reflecting-team': { nl: 'reflecterend team', en: 'reflecting team' },
  client: { nl: 'cliënt', en: 'client' },
  consultant: { nl: 'consulent', en: 'consultant' },
}

/** How one gives input in a step. */
export const stepInputWords: Readonly<Record<StepInput, Bilingual>> = {
  none: { nl: 'praten, zonder invoer', en: 'talking, no input' },
  text: { nl: 'ieder schrijft', en: 'everyone writes' },
  round: { nl: 'ronde, overslaan mag', en: 'round, one may pass' },
  cards: { nl: 'kaartjes op de wand', en: 'cards on the wall' },
  vote: { nl: 'stippen geven', en: 'giving dots' },
}

/** What a format leaves behind. */
export const outputWords: Readonly<Record<OutputType, Bilingual>> = {
  insight: { nl: 'een inzicht', en: 'an insight' },
  advice: { nl: 'raad', en: 'advice' },
  question: { nl: 'vragen om mee verder te gaan', en: 'questions to go on with' },
  agreement: { nl: 'een afspraak', en: 'an agreement' },
  experiment: { nl: 'een proef', en: 'an experiment' },
  glossary: { nl: 'woorden die iedereen begrijpt', en: 'words that everyone understands' },
  'witness-answers': { nl: 'wat het anderen deed', en: 'what it did to others' },
  'note-to-self': { nl: 'een zin voor jezelf', en: 'a sentence for yourself' },
}

/** What is wrong with a format, and what to do. */
export function formatProblemWords(code: FormatProblemCode): Bilingual {
  switch (code) {
    case 'words-missing':
      return { nl: 'Hier ontbreken woorden.', en: 'Words are missing here.' }
    case 'people-range':
      return {
        nl: 'Het kleinste aantal mensen is groter dan het grootste.',
        en: 'The smallest number of people is above the largest.',
      }
    case 'role-twice':
      return { nl: 'Een rol staat er twee keer in.', en: 'A role is in it twice.' }
    case 'role-range':
      return {
        nl: 'Bij een rol is het minimum groter dan het maximum.',
        en: 'Of a role the minimum is above the maximum.',
      }
    case 'roles-over-people':
      return {
        nl: 'De rollen vragen meer mensen dan er mee kunnen doen.',
        en: 'The roles ask for more people than can take part.',
      }
    case 'no-steps':
      return { nl: 'Er zijn nog geen stappen.', en: 'There are no steps yet.' }
    case 'template-with-steps':
      return { nl: 'Een leeg sjabloon heeft geen stappen.', en: 'An empty template has no steps.' }
    case 'too-long':
      return { nl: 'Dit duurt langer dan acht uur.', en: 'This takes longer than eight hours.' }
    case 'step-key-twice':
      return { nl: 'Twee stappen hebben dezelfde sleutel.', en: 'Two steps have one key.' }
    default:
      return stepProblemWords(code)
  }
}

type StepProblem = Exclude<
  FormatProblemCode,
  | 'words-missing'
  | 'people-range'
  | 'role-twice'
  | 'role-range'
  | 'roles-over-people'
  | 'no-steps'
  | 'template-with-steps'
  | 'too-long'
  | 'step-key-twice'
>

function stepProblemWords(code: StepProblem): Bilingual {
  switch (code) {
    case 'role-unknown':
      return {
        nl: 'Een rol in deze stap hoort niet bij de vorm.',
        en: 'A role in this step is not in the format.',
      }
    case 'speaker-silent':
      return {
        nl: 'Iemand praat en is stil in dezelfde stap.',
        en: 'Somebody speaks and is silent in one step.',
      }
    case 'nobody-speaks':
      return { nl: 'Niemand is hier aan het woord.', en: 'Nobody speaks here.' }
    case 'input-without-speaker':
      return {
        nl: 'Er is invoer, maar niemand om die te geven.',
        en: 'There is input, and nobody to give it.',
      }
    case 'dots-without-vote':
      return { nl: 'Stippen horen bij een stemming.', en: 'Dots belong to a vote.' }
    case 'vote-without-dots':
      return { nl: 'Zeg hoeveel stippen ieder krijgt.', en: 'Say how many dots each gets.' }
    case 'vote-on-nothing':
      return {
        nl: 'Er is nog niets verzameld om uit te kiezen.',
        en: 'Nothing has been gathered yet to choose from.',
      }
    case 'closed-without-text':
      return {
        nl: 'Alleen wat men schrijft kan dicht of zonder naam.',
        en: 'Only what one writes can be closed or without a name.',
      }
    case 'shadow-twice':
      return { nl: 'De schaduwkant staat er twee keer in.', en: 'The shadow side is in it twice.' }
    case 'shadow-skipped':
      return {
        nl: 'De schaduwkant mag schuiven, niet vervallen.',
        en: 'The shadow side may move, not be skipped.',
      }
    case 'shadow-gone':
      return { nl: 'De vraag naar de schaduwkant is weg.', en: 'The question for the shadow side is gone.' }
    default:
      return assertNever(code)
  }
}

/** What is particular about a step, in the order in which one reads it. */
export function stepMarkWords(step: FormatStep): readonly Bilingual[] {
  return [
    ...(step.isShadow
      ? [{ nl: 'verplicht: mag schuiven, niet vervallen', en: 'required: may move, not be left out' }]
      : []),
    ...(step.isSealed ? [{ nl: 'dicht tot ieder klaar is', en: 'closed until all are ready' }] : []),
    ...(step.isAnonymous ? [{ nl: 'zonder naam', en: 'without a name' }] : []),
    ...(step.canSkip ? [{ nl: 'mag vervallen', en: 'may be left out' }] : []),
    ...(step.dots === undefined
      ? []
      : [
          {
            nl: `${step.dots} ${step.dots === 1 ? 'stip' : 'stippen'} per persoon`,
            en: `${step.dots} ${step.dots === 1 ? 'dot' : 'dots'} each`,
          },
        ]),
  ]
}
