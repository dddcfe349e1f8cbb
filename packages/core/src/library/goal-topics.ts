import { type GoalTheme, goalThemes } from '../learning/learning.ts'
import { plainWord } from '../shared/plain-word.ts'

/** Beginnings of words by which a goal is about something, in Dutch and English; compared without accents. */
const beginnings: Readonly<Record<GoalTheme, readonly string[]>> = {
  listening: ['luister', 'stilte', 'doorvra', 'samenvat', 'listen', 'silence'],
  judging: ['oordel', 'oordeel', 'nieuwsgierig', 'blanco', 'vooroordel', 'judg', 'curious', 'prejudic'],
  deciding: ['beslis', 'kiez', 'keuze', 'afspra', 'afspre', 'meedenk', 'decid', 'choice', 'choos', 'agree'],
  youth: ['jonger', 'jeugd', 'kind', 'puber', 'youth', 'child', 'teen'],
  quarrels: [
    'ruzie',
    'scheid',
    'conflict',
    'boos',
    'spanning',
    'strijd',
    'quarrel',
    'divorc',
    'angry',
    'tension',
  ],
  safety: ['veilig', 'vertrouw', 'zorgen', 'safe', 'trust', 'worr'],
  boundaries: ['grens', 'grenz', 'nee', 'kaders', 'kader', 'boundar', 'limit'],
  power: ['macht', 'gelijkwaardig', 'gelijke', 'afhankelijk', 'gezag', 'power', 'equal', 'depend'],
  'own-story': ['ervaring', 'kwetsba', 'eigenverhaal', 'mezelf', 'experience', 'vulnerab', 'myself'],
  feedback: ['feedback', 'terugkoppel', 'evalue', 'terugkijk', 'bespre', 'review', 'discuss'],
  colleagues: ['collega', 'team', 'intervisie', 'buddy', 'colleag', 'peer'],
  organisation: ['organisat', 'beleid', 'werkdruk', 'tijd', 'leiding', 'policy', 'workload', 'manager'],
}

/**
 * What a goal in somebody's own words is about, by the words in it, in a fixed order. It is read where it stands: only these
 * topics go on. A guess to offer something by, never kept and never told as a fact about her.
 */
export function goalTopics(text: string): GoalTheme[] {
  const words = text.split(/[^\p{L}\p{M}\p{N}-]+/u).map(plainWord)
  return goalThemes.filter((topic) =>
    beginnings[topic].some((start) => words.some((word) => isWordOf(word, start))),
  )
}

/** Short beginnings must be the whole word: "nee" is not in "neergezet". */
function isWordOf(word: string, start: string): boolean {
  return start.length <= 3 ? word === start : word.startsWith(start)
}
