const nl = {
  title: 'Checks',
  answer: 'Antwoord (kenmerk)',
  relationId: 'Samenwerking (kenmerk)',
  relation: 'Samenwerking',
  personId: 'Wie (kenmerk)',
  person: 'Wie',
  voice: 'Stem',
  check: 'Check',
  version: 'Versie van de check',
  answeredAt: 'Ingevuld op',
  score: 'Score',
  openText: 'In eigen woorden',
  item: 'Vraag (kenmerk)',
  question: 'Vraag',
  value: 'Antwoord',
  leftEmpty: 'niet ingevuld',
}

const en: typeof nl = {
  title: 'Checks',
  answer: 'Answer (identifier)',
  relationId: 'Collaboration (identifier)',
  relation: 'Collaboration',
  personId: 'Who (identifier)',
  person: 'Who',
  voice: 'Voice',
  check: 'Check',
  version: 'Version of the check',
  answeredAt: 'Answered at',
  score: 'Score',
  openText: 'In own words',
  item: 'Question (identifier)',
  question: 'Question',
  value: 'Answer',
  leftEmpty: 'left empty',
}

/** What columns of checks are called. */
export const checkWords = { nl, en } as const
