import { dictionary } from '../language/dictionary.ts'

export const paperText = dictionary({
  nl: {
    title: 'Papier invoeren',
    intro:
      'Typ een formulier over dat op papier, per mail of in een gesprek kwam. Zonder toestemming bewaren we alleen dat het binnenkwam.',
    who: 'Van wie',
    whoMissing: 'Kies van wie het is.',
    moment: 'Welk formulier',
    momentMissing: 'Kies welk formulier het is.',
    way: 'Hoe kwam het binnen?',
    ways: { paper: 'Op papier', mail: 'Per mail', talk: 'In een gesprek' },
    day: 'Op welke dag',
    dayWrong: (from: string) => `Kies een dag vanaf ${from} tot en met vandaag.`,
    noConsent:
      'Geen toestemming. Typ niets over: we schrijven alleen op dat het formulier binnenkwam. De inhoud wordt niet bewaard.',
    consent: 'Toestemming is er. Wat je overtypt, blijft van de deelnemer. Je leest het hierna niet terug.',
    taken: (how: string, day: string) => `Er is al een formulier binnen: ${how}, ${day}. Dat blijft staan.`,
    takenDiscarded: (day: string) =>
      `Dit formulier kwam al binnen op ${day} en is toen niet bewaard. De deelnemer kan het zelf invullen.`,
    receivedWays: {
      phone: 'zelf ingevuld',
      paper: 'op papier',
      mail: 'per mail',
      talk: 'in een gesprek',
      import: 'uit een bestand',
    },
    keep: 'Bewaar het formulier',
    keepReceipt: 'Schrijf op dat het binnenkwam',
    kept: (name: string) => `Het formulier van ${name} is bewaard.`,
    discarded: (name: string) =>
      `Opgeschreven dat het formulier van ${name} binnenkwam. De inhoud is niet bewaard.`,
    goal: {
      text: 'Leerdoel',
      situation: 'In welke situatie',
      why: 'Waarom belangrijk',
      firstStep: 'Eerste stap',
      notice: 'Waar te merken',
    },
    keptLabel: 'Hetzelfde of veranderd',
    keptAnswers: { same: 'Hetzelfde', changed: 'Veranderd' },
    reason: 'Waarom veranderd',
    lines: 'Elk punt op een eigen regel',
    pick: (level: string) => `${level}: kies uit de lijst`,
    blank: 'Niet ingevuld',
    problems: {
      empty: 'Er is nog niets overgetypt.',
      'unknown-item': 'Deze vraag staat niet op het formulier.',
      'unknown-goal': 'Dit doel kennen we niet.',
      'unknown-code': 'Dit staat niet in de lijst.',
      'level-not-asked': 'Hier is niet naar gevraagd.',
      'not-in-scale': 'Dit antwoord past niet bij de vraag.',
      'answered-twice': 'Deze vraag is twee keer beantwoord.',
      'reason-missing': 'Typ ook over waarom het doel veranderde.',
      'next-missing': 'Typ ook het nieuwe doel over.',
      'too-many-goals': 'Er staan al drie doelen. Meer kan niet.',
      'too-many-mentions': 'Twintig punten per plek is genoeg.',
      other: 'Hier klopt iets nog niet.',
    },
    mine: 'Je doet zelf mee',
    openMine: (title: string) => `Mijn leerpagina: ${title}`,
  },
  en: {
    title: 'Type over paper',
    intro:
      'Type over a form that came on paper, by mail or in a talk. Without consent we only keep that it came in.',
    who: 'Whose it is',
    whoMissing: 'Choose whose it is.',
    moment: 'Which form',
    momentMissing: 'Choose which form it is.',
    way: 'How did it come in?',
    ways: { paper: 'On paper', mail: 'By mail', talk: 'In a talk' },
    day: 'On which day',
    dayWrong: (from: string) => `Choose a day from ${from} up to today.`,
    noConsent:
      'No consent. Type nothing over: we only write down that the form came in. Its content is not kept.',
    consent:
      'There is consent. What you type over stays the learner’s own. You cannot read it back afterwards.',
    taken: (how: string, day: string) => `A form came in already: ${how}, ${day}. That one stands.`,
    takenDiscarded: (day: string) =>
      `This form came in already on ${day} and was not kept then. The learner can fill it in herself.`,
    receivedWays: {
      phone: 'filled in by herself',
      paper: 'on paper',
      mail: 'by mail',
      talk: 'in a talk',
      import: 'from a file',
    },
    keep: 'Keep the form',
    keepReceipt: 'Write down that it came in',
    kept: (name: string) => `The form of ${name} is kept.`,
    discarded: (name: string) => `Written down that the form of ${name} came in. Its content was not kept.`,
    goal: {
      text: 'Learning goal',
      situation: 'In which situation',
      why: 'Why it matters',
      firstStep: 'First step',
      notice: 'Where it will be noticed',
    },
    keptLabel: 'The same or changed',
    keptAnswers: { same: 'The same', changed: 'Changed' },
    reason: 'Why it changed',
    lines: 'Each point on a line of its own',
    pick: (level: string) => `${level}: pick from the list`,
    blank: 'Left blank',
    problems: {
      empty: 'Nothing was typed over yet.',
      'unknown-item': 'This question is not on the form.',
      'unknown-goal': 'We do not know this goal.',
      'unknown-code': 'This is not in the list.',
      'level-not-asked': 'This was not asked.',
      'not-in-scale': 'This answer does not fit the question.',
      'answered-twice': 'This question was answered twice.',
      'reason-missing': 'Type over too why the goal changed.',
      'next-missing': 'Type over the new goal too.',
      'too-many-goals': 'There are three goals already. More is not possible.',
      'too-many-mentions': 'Twenty points per place are enough.',
      other: 'Something is not right here yet.',
    },
    mine: 'You take part yourself',
    openMine: (title: string) => `My learning page: ${title}`,
  },
})

/** What is the matter with a question, in words. */
export function paperProblem(text: (typeof paperText)['nl'], code: string): string {
  const { problems } = text
  return Object.hasOwn(problems, code) ? problems[code as keyof typeof problems] : problems.other
}
