import { dictionary } from '../language/dictionary.ts'

const people = (count: number) => (count === 1 ? 'één mens' : `${count} mensen`)
const persons = (count: number) => (count === 1 ? 'one person' : `${count} people`)

export const worksText = dictionary({
  nl: {
    title: 'Wat werkt bij ons',
    intro:
      'Hoe lagen de checks vóór een afspraak, een herstelgesprek of een gesprek aan tafel, en hoe daarna? Alleen van mensen die ja zeiden tegen onderzoek.',
    noProof:
      'Dit is geen bewijs. Het zegt wat na elkaar kwam, niet wat waardoor kwam. Gebruik het om samen door te vragen.',
    emptyTitle: 'Er is nog niets te vertellen',
    emptyText:
      'Er zijn minstens vijf mensen nodig die ja zeiden tegen onderzoek, met drie checks ervoor en drie erna. Elke nacht wordt opnieuw geteld.',
    deed: {
      agreement: 'Na een afspraak',
      repair: 'Na een herstelgesprek',
      format: (name: string) => `Na “${name}”`,
    },
    goneFormat: 'een gespreksvorm die er niet meer is',
    toldAt: (day: string) => `Zo geteld op ${day}. Het verandert pas als er genoeg mensen bij of af zijn.`,
    everybody: 'Alle samenwerkingen',
    sentence: (higher: number, all: number) =>
      `Van ${higher} van de ${people(all)} lagen de checks erna vaker hoger dan ervoor.`,
    others: (same: number, lower: number) => `Ongeveer gelijk: ${same}. Vaker lager: ${lower}.`,
    leavesOut: 'Enkele mensen tellen hier niet mee, zodat niemand te herkennen is.',
    hidden: 'Te weinig mensen om iets te vertellen.',
    group: 'Waar',
    count: 'Mensen',
    after: 'Erna',
    sure: 'Hoe zeker',
    unsure: (from: string, to: string) => `Van 100 keer lag een check erna ${from} tot ${to} keer hoger.`,
    pulled: 'Een kleine groep is hier naar het geheel toe gerekend: een paar mensen zeggen weinig.',
    how: 'Hoe is dit geteld?',
    howText: [
      'Voor ieder mens leggen we hooguit zes checks van voor en zes van na naast elkaar, binnen een half jaar. Van alle paren tellen we hoe vaak de latere hoger is (NAP). Ligt dat rond de helft, dan noemen we het gelijk.',
      'Ieder mens telt één keer. Minder dan vijf mensen laten we niet zien, en ook niets dat over één collega zou gaan.',
      'Andere dingen gebeurden ook: de tijd ging voorbij, en mensen praatten met anderen. Daarom staat hier nooit wat waardoor kwam.',
    ],
    evidence: 'Waar berust dit op?',
    evidenceIntro: 'Samenwerkingen waar jij bij hoort. Wat anderen deden, zie je niet.',
    noEvidence: 'Hier hoort geen samenwerking van jou bij.',
    evidenceLine: (before: number, after: number) => `${before} checks ervoor, ${after} erna`,
    way: { higher: 'vaker hoger', same: 'ongeveer gelijk', lower: 'vaker lager' },
    toLibrary: 'Kennis',
  },
  en: {
    title: 'What works for us',
    intro:
      'How did checks lie before an agreement, a repair talk or a meeting, and how after it? Only of people who said yes to research.',
    noProof:
      'This is no proof. It tells what came after what, not what came of what. Use it to ask on together.',
    emptyTitle: 'There is nothing to tell yet',
    emptyText:
      'It takes at least five people who said yes to research, with three checks before and three after. It is counted anew each night.',
    deed: {
      agreement: 'After an agreement',
      repair: 'After a repair talk',
      format: (name: string) => `After “${name}”`,
    },
    goneFormat: 'a format that is no longer there',
    toldAt: (day: string) => `Counted like this on ${day}. It changes only when enough people came or went.`,
    everybody: 'All collaborations',
    sentence: (higher: number, all: number) =>
      `Of ${higher} of the ${persons(all)} the checks after it were more often higher than before.`,
    others: (same: number, lower: number) => `About the same: ${same}. More often lower: ${lower}.`,
    leavesOut: 'Some people are left out here, so that nobody can be recognised.',
    hidden: 'Too few people to tell anything.',
    group: 'Where',
    count: 'People',
    after: 'Afterwards',
    sure: 'How sure',
    unsure: (from: string, to: string) => `Of 100 times a check after it was higher ${from} to ${to} times.`,
    pulled: 'A small group is reckoned towards the whole here: a few people say little.',
    how: 'How is this counted?',
    howText: [
      'For each person at most six checks before and six after lie side by side, within half a year. Of all pairs we count how often the later one is higher (NAP). Around half we call it the same.',
      'Each person counts once. Fewer than five people are not shown, nor anything that would be about one colleague.',
      'Other things happened too: time passed, and people talked with others. So it never says here what came of what.',
    ],
    evidence: 'What does this rest on?',
    evidenceIntro: 'Collaborations in which you take part. You do not see what others did.',
    noEvidence: 'No collaboration of yours belongs to this.',
    evidenceLine: (before: number, after: number) => `${before} checks before, ${after} after`,
    way: { higher: 'more often higher', same: 'about the same', lower: 'more often lower' },
    toLibrary: 'Library',
  },
})
