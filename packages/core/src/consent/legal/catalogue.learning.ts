import type { TableEntry } from './catalogue-entry.ts'

const common = {
  activity: 'learning',
  kept: 'meeting-notes',
  seen: {
    nl: 'De deelnemer zelf. Met haar toestemming ook wie de monitor leest, onder een nummer en zonder naam. Wie een formulier op papier overtypt, leest dat papier.',
    en: 'The learner herself. With her consent also who reads the monitor, under a number and without a name. Whoever types over a form on paper reads that paper.',
  },
} as const

/** What learners write in a trajectory: theirs, and shared through consent (ADR 0030). */
export const learningTables: Readonly<Record<string, TableEntry>> = {
  learning_goal: {
    ...common,
    words: ['Leerdoelen', 'Learning goals'],
    personal: [
      [
        'text situation why first_step notice reason scale weight',
        'het doel in eigen woorden, en waarom het veranderde',
        'the goal in one’s own words, and why it changed',
      ],
      [
        'learner_id person_id created_at changed_at status shared',
        'van wie, wanneer, en of anderen het mogen lezen',
        'whose, when, and whether others may read it',
      ],
    ],
    technical: 'workspace_id id trajectory_id moment_id replaces version in_use',
  },
  learning_answer: {
    ...common,
    words: ['Antwoorden bij meetmomenten', 'Answers at moments'],
    personal: [
      ['item_key choice body', 'het antwoord op een vraag', 'the answer to a question'],
      [
        'learner_id person_id at shared',
        'van wie, wanneer, en of anderen het mogen lezen',
        'whose, when, and whether others may read it',
      ],
    ],
    technical: 'workspace_id id trajectory_id moment_id goal_id in_use',
  },
  learning_mention: {
    ...common,
    words: ['Wat hindert en wat helpt', 'What hinders and what helps'],
    personal: [
      [
        'kind level stance code body',
        'wat iemand noemt, en waar het ligt',
        'what somebody names, and where it lies',
      ],
      [
        'learner_id person_id at shared',
        'van wie, wanneer, en of anderen het mogen lezen',
        'whose, when, and whether others may read it',
      ],
    ],
    technical: 'workspace_id id trajectory_id moment_id in_use',
  },
}
