import { dictionary } from '../language/dictionary.ts'

const people = (count: number) => (count === 1 ? 'één mens' : `${count} mensen`)
const persons = (count: number) => (count === 1 ? 'one person' : `${count} people`)

export const worksText = dictionary({
  nl: {
    title: 'Wat werkt bij ons',
    intro:
      'Hoe lagen checks vóór een afspraak, een gesprek of een oefening, en hoe daarna? Wie met naam antwoordde, telt alleen mee na een ja tegen onderzoek.',
    noProof:
      'Dit is geen bewijs. Het zegt wat na elkaar kwam, niet wat waardoor kwam. Gebruik het om samen door te vragen.',
    emptyTitle: 'Er is nog niets te vertellen',
    emptyText:
      'Er zijn minstens vijf mensen nodig die ja zeiden tegen onderzoek, met drie checks ervoor en drie erna, of vijf teams. Elke nacht wordt opnieuw geteld.',
    deed: {
      agreement: 'Na een afspraak',
      repair: 'Na een herstelgesprek',
      goal: 'Na een leerdoel',
      named: (name: string) => `Na “${name}”`,
    },
    inSource: {
      collaboration: (what: string) => what,
      team: (what: string) => `Teams: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
      trajectory: (what: string) => `Leren: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    },
    gone: 'iets dat er niet meer is',
    toldAt: (day: string) => `Zo geteld op ${day}. Het verandert pas als er genoeg mensen bij of af zijn.`,
    everybody: { collaboration: 'Alle samenwerkingen', team: 'Alle teams', trajectory: 'Iedereen die leert' },
    sentence: {
      collaboration: (higher: number, all: number) =>
        `Bij ${higher} van de ${people(all)} lagen de checks erna vaker hoger dan ervoor.`,
      team: (higher: number, all: number) =>
        `In ${higher} van de ${all} teams lagen de antwoorden erna vaker hoger dan ervoor.`,
      trajectory: (higher: number, all: number) =>
        `Bij ${higher} van de ${people(all)} kwam een doel erna vaker verder dan ervoor.`,
    },
    still: (still: number, all: number) =>
      `Soms steeg het al. Trekken we dat eraf (Tau-U), dan blijft het hoger bij ${still}\u00a0van\u00a0de\u00a0${all}.`,
    others: (same: number, lower: number) =>
      `Ongeveer gelijk bij\u00a0${same}, vaker lager bij\u00a0${lower}.`,
    leavesOut: 'Enkele mensen tellen hier niet mee, zodat niemand te herkennen is.',
    hidden: {
      collaboration:
        'Over sommige groepen vertellen we niets: er zijn te weinig mensen, of het zou over één collega gaan.',
      team: 'Over sommige groepen vertellen we niets: er zijn te weinig teams, of het zou over één collega gaan.',
      trajectory:
        'Over sommige groepen vertellen we niets: er zijn te weinig mensen, of het zou over één begeleider gaan.',
    },
    unsure: {
      collaboration: (from: number, to: number) =>
        `Naar schatting lag een check erna ${from} tot ${to} van de 10 keer hoger.`,
      team: (from: number, to: number) =>
        `Naar schatting lag een antwoord erna ${from} tot ${to} van de 10 keer hoger.`,
      trajectory: (from: number, to: number) =>
        `Naar schatting was een doel erna ${from} tot ${to} van de 10 keer verder.`,
    },
    maybeNothing: 'Misschien is er geen verschil.',
    ends: { lower: 'lager', higher: 'hoger' },
    asTable: 'Toon als tabel',
    columns: {
      ...{ group: 'Groep', people: 'Mensen', teams: 'Teams' },
      ...{ higher: 'Vaker hoger', same: 'Ongeveer gelijk', lower: 'Vaker lager' },
      ...{ still: 'Hoger na aftrek (Tau-U)', ofTen: 'Hoger, van de 10 keer' },
    },
    pulled: 'Een kleine groep is hier naar het geheel toe gerekend: een paar mensen zeggen weinig.',
    how: 'Hoe is dit geteld?',
    howText: [
      'Voor ieder mens leggen we hooguit zes checks van voor en zes van na naast elkaar, binnen een half jaar. Van alle paren tellen we hoe vaak de latere hoger is (NAP). Ligt dat rond de helft, dan noemen we het gelijk.',
      'Stegen de checks daarvoor al, dan lijkt alles te helpen. Tau-U trekt die stijging eraf. Het kan er ook te veel afhalen: lees het ernaast, niet in plaats ervan.',
      'In het plaatje is de stip de schatting en de balk hoe ver die ernaast kan liggen. Bij de stippellijn is er geen verschil.',
      'Teams tellen als één. Vertrouwelijke antwoorden tellen per mens, en alleen als vijf of meer teamleden ja zeiden tegen onderzoek. Rondes zonder naam tellen als geheel: niemand weet wie wat zei.',
      'Wie leert: waar stond een doel voor een oefening, en waar daarna? Alleen wat mensen delen.',
      'Ieder mens telt één keer. Minder dan vijf mensen of teams laten we niet zien, en ook niets dat over één collega zou gaan.',
      'Andere dingen gebeurden ook: de tijd ging voorbij, en mensen praatten met anderen. Daarom staat hier nooit wat waardoor kwam.',
    ],
    evidence: 'Waar berust dit op?',
    evidenceIntro: {
      collaboration: 'Samenwerkingen waar jij bij hoort. Wat anderen deden, zie je niet.',
      team: 'Teams waar jij bij hoort. Wat eruit kwam, staat bij het team zelf.',
      trajectory: 'Trajecten die jij begeleidt of volgt. Om wie het gaat, staat hier niet.',
    },
    noEvidence: {
      collaboration: 'Hier hoort geen samenwerking van jou bij.',
      team: 'Hier hoort geen team van jou bij.',
      trajectory: 'Hier hoort geen traject van jou bij.',
    },
    evidenceLine: (before: number, after: number) => `${before} checks ervoor, ${after} erna`,
    way: { higher: 'vaker hoger', same: 'ongeveer gelijk', lower: 'vaker lager' },
    toLibrary: 'Kennis',
    toRelations: 'Naar de samenwerkingen',
  },
  en: {
    title: 'What works for us',
    intro:
      'How did checks lie before an agreement, a talk or an exercise, and how after it? Whoever answered by name counts only after a yes to research.',
    noProof:
      'This is no proof. It tells what came after what, not what came of what. Use it to ask on together.',
    emptyTitle: 'There is nothing to tell yet',
    emptyText:
      'It takes at least five people who said yes to research, with three checks before and three after, or five teams. It is counted anew each night.',
    deed: {
      agreement: 'After an agreement',
      repair: 'After a repair talk',
      goal: 'After a learning goal',
      named: (name: string) => `After “${name}”`,
    },
    inSource: {
      collaboration: (what: string) => what,
      team: (what: string) => `Teams: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
      trajectory: (what: string) => `Learning: ${what.charAt(0).toLowerCase()}${what.slice(1)}`,
    },
    gone: 'something that is no longer there',
    toldAt: (day: string) => `Counted like this on ${day}. It changes only when enough people came or went.`,
    everybody: { collaboration: 'All collaborations', team: 'All teams', trajectory: 'Everybody who learns' },
    sentence: {
      collaboration: (higher: number, all: number) =>
        `For ${higher} of the ${persons(all)} the checks after it were more often higher than before.`,
      team: (higher: number, all: number) =>
        `In ${higher} of the ${all} teams the answers after it were more often higher than before.`,
      trajectory: (higher: number, all: number) =>
        `For ${higher} of the ${persons(all)} a goal was more often further after it than before.`,
    },
    still: (still: number, all: number) =>
      `Some were rising already. With that taken off (Tau-U), it stays higher for ${still}\u00a0of\u00a0the\u00a0${all}.`,
    others: (same: number, lower: number) =>
      `About the same for\u00a0${same}, more often lower for\u00a0${lower}.`,
    leavesOut: 'Some people are left out here, so that nobody can be recognised.',
    hidden: {
      collaboration:
        'Of some groups we tell nothing: there are too few people, or it would be about one colleague.',
      team: 'Of some groups we tell nothing: there are too few teams, or it would be about one colleague.',
      trajectory: 'Of some groups we tell nothing: there are too few people, or it would be about one lead.',
    },
    unsure: {
      collaboration: (from: number, to: number) =>
        `By estimate a check after it was higher ${from} to ${to} of 10 times.`,
      team: (from: number, to: number) =>
        `By estimate an answer after it was higher ${from} to ${to} of 10 times.`,
      trajectory: (from: number, to: number) =>
        `By estimate a goal was further after it ${from} to ${to} of 10 times.`,
    },
    maybeNothing: 'There may be no difference.',
    ends: { lower: 'lower', higher: 'higher' },
    asTable: 'Show as a table',
    columns: {
      ...{ group: 'Group', people: 'People', teams: 'Teams' },
      ...{ higher: 'More often higher', same: 'About the same', lower: 'More often lower' },
      ...{ still: 'Higher with rise taken off (Tau-U)', ofTen: 'Higher, of 10 times' },
    },
    pulled: 'A small group is reckoned towards the whole here: a few people say little.',
    how: 'How is this counted?',
    howText: [
      'For each person at most six checks before and six after lie side by side, within half a year. Of all pairs we count how often the later one is higher (NAP). Around half we call it the same.',
      'Where checks were rising before, everything seems to help. Tau-U takes that rise off. It can take off too much: read it beside, not instead.',
      'In the picture the dot is the estimate, and the bar how far off it may be. At the dotted line there is no difference.',
      'A team counts as one. Answers in confidence count per person, and only where five team members or more said yes to research. Rounds without names count as a whole: nobody knows who said what.',
      'Of whoever learns: where did a goal stand before an exercise, and where after it? Only what people share.',
      'Each person counts once. Fewer than five people or teams are not shown, nor anything that would be about one colleague.',
      'Other things happened too: time passed, and people talked with others. So it never says here what came of what.',
    ],
    evidence: 'What does this rest on?',
    evidenceIntro: {
      collaboration: 'Collaborations in which you take part. You do not see what others did.',
      team: 'Teams in which you take part. What came out stands with the team itself.',
      trajectory: 'Trajectories that you lead or follow. It does not say here of whom.',
    },
    noEvidence: {
      collaboration: 'No collaboration of yours belongs to this.',
      team: 'No team of yours belongs to this.',
      trajectory: 'No trajectory of yours belongs to this.',
    },
    evidenceLine: (before: number, after: number) => `${before} checks before, ${after} after`,
    way: { higher: 'more often higher', same: 'about the same', lower: 'more often lower' },
    toLibrary: 'Library',
    toRelations: 'To the collaborations',
  },
})
