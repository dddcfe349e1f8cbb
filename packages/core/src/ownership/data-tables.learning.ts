import type { DataTable, Words } from './data-tables.types.ts'

const trajectory_id: Words = ['het leertraject (trajectory)', 'the learning trajectory (trajectory)']
const learner_id: Words = ['de deelnemer (learner)', 'the learner (learner)']
const moment_id: Words = ['het meetmoment (trajectory_moment)', 'the moment (trajectory_moment)']
const hers = { trajectory_id, learner_id, moment_id }
const consent: Readonly<Record<string, Words>> = {
  shared: [
    'research: anderen mogen het lezen; leeg: van haar alleen',
    'research: others may read it; empty: hers alone',
  ],
  in_use: ['false: de toestemming staat even stil', 'false: the consent is on hold'],
}

/** What learners write: their goals, their answers at a moment, and what hinders and helps them. */
export const learningTables: Readonly<Record<string, DataTable>> = {
  learning_goal: {
    words: ['Leerdoelen', 'Learning goals'],
    common: 'workspace_id id person_id created_at version',
    fields: {
      ...hers,
      text: ['het doel in eigen woorden', 'the goal in one’s own words'],
      situation: ['in welke situatie', 'in which situation'],
      why: ['waarom het belangrijk is', 'why it matters'],
      first_step: ['de eerste stap', 'the first step'],
      notice: ['waar het aan te merken is', 'where it will be noticed'],
      status: [
        'current: het doel van nu · replaced: er kwam een ander',
        'current: the goal of now · replaced: another came',
      ],
      replaces: ['het doel van ervoor (learning_goal)', 'the goal before it (learning_goal)'],
      reason: ['waarom het doel veranderde', 'why the goal changed'],
      scale: ['vijf treden om aan te zien hoe ver het is', 'five levels to see how far it is'],
      weight: ['hoe zwaar het telt', 'how much it counts'],
      changed_at: ['wanneer er voor het laatst iets veranderde', 'when something last changed'],
      ...consent,
    },
  },
  learning_answer: {
    words: ['Antwoorden bij meetmomenten', 'Answers at moments'],
    common: 'workspace_id id person_id at',
    fields: {
      ...hers,
      item_key: ['de vraag', 'the question'],
      goal_id: ['het doel waar het over gaat (learning_goal)', 'the goal it is about (learning_goal)'],
      choice: ['het gekozen antwoord', 'the answer that was chosen'],
      body: ['het antwoord in eigen woorden', 'the answer in one’s own words'],
      ...consent,
    },
  },
  learning_mention: {
    words: ['Wat hindert en wat helpt', 'What hinders and what helps'],
    common: 'workspace_id id person_id at kind',
    fields: {
      ...hers,
      level: ['person, team of organisation: waar het ligt', 'person, team or organisation: where it lies'],
      stance: ['expected: verwacht · met: meegemaakt', 'expected · met'],
      code: ['gekozen uit de lijst', 'picked from the list'],
      body: ['in eigen woorden', 'in one’s own words'],
      ...consent,
    },
  },
}
