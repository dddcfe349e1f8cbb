import { type Listener, type Phrase, wordsTo } from '@weerklank/core/shared/spoken'

/** Sentences of the map of who works with whom, for who comes by a link. `{name}` places are filled in; Dutch is the source. */
const nl = {
  title: 'Wie werkt met wie',
  intro: {
    u: 'Samen maken we een kaart: wie werkt met wie, en helpt dat?',
    je: 'Samen maken we een kaart: wie werkt met wie, en helpt dat?',
  },
  noJudging: 'De kaart is om samen over te praten. Hij zegt niet wie het goed doet.',
  none: 'Er is nog geen moment om in te vullen.',
  open: {
    u: '“{title}”: u kunt invullen tot en met {day}.',
    je: '“{title}”: je kunt invullen tot en met {day}.',
  },
  fill: 'De kaart invullen',
  change: 'Bekijken of veranderen wat ik invulde',
  filled: { u: 'U hebt ingevuld.', je: 'Je hebt ingevuld.' },
  ask: {
    u: 'We vragen eerst of uw naam op de kaart mag.',
    je: 'We vragen eerst of je naam op de kaart mag.',
  },
  toChoice: 'Kiezen of mijn naam op de kaart mag',
  absent: {
    u: 'Uw naam staat niet op de kaart. Dat is goed.',
    je: 'Je naam staat niet op de kaart. Dat is goed.',
  },
  maps: 'Kaarten die klaar zijn',
  shut: 'gesloten op {day}',
  kept: {
    u: 'Bewaard. U kunt het veranderen zolang dit open is.',
    je: 'Bewaard. Je kunt het veranderen zolang dit open is.',
  },
  shutNow: 'Iedereen heeft ingevuld. De kaart is klaar.',
  back: 'Terug naar alle kaarten',

  whoSees: {
    u: 'Tot het sluit, ziet niemand wat u invult. Daarna zien de mensen hiervan de kaart, met namen.',
    je: 'Tot het sluit, ziet niemand wat je invult. Daarna zien de mensen hiervan de kaart, met namen.',
  },
  skip: { u: 'U mag mensen overslaan.', je: 'Je mag mensen overslaan.' },
  nobody: 'Er staat nog niemand anders op de kaart. Kijk later nog eens.',
  onlyYes: 'Hier staan alleen mensen die ja zeiden.',
  side: '{name} ({count})',
  often: 'Hoe vaak werken we samen?',
  useful: 'Is dat nuttig?',
  skipOften: 'ik sla dit over',
  skipUseful: 'zeg ik liever niet',
  keep: 'Bewaren',
  takeBack: 'Terugnemen wat ik invulde',
  takenBack: { u: 'Wat u invulde, is weg.', je: 'Wat je invulde, is weg.' },

  picture: 'De kaart als tekening',
  pictureWhy: 'Hieronder staat hetzelfde in woorden.',
  talk: 'Om samen over te praten',
  list: 'Wie noemt wie',
  names: 'noemt {name}: {words}',
  namesNobody: 'noemt niemand',
  notFilled: 'vulde niet in',
  since: 'Wat er veranderde sinds “{title}”',
  since2: 'Naast “{title}” leggen',
  stop: 'Mijn naam van de kaart halen',
} as const satisfies Record<string, Phrase>

const en: Readonly<Record<keyof typeof nl, string>> = {
  title: 'Who works with whom',
  intro: 'Together we make a map: who works with whom, and does that help?',
  noJudging: 'The map is there to talk about together. It does not say who does well.',
  none: 'There is no moment to fill in yet.',
  open: '“{title}”: you can fill in up to and including {day}.',
  fill: 'Fill in the map',
  change: 'See or change what I filled in',
  filled: 'You have filled in.',
  ask: 'First we ask whether your name may be on the map.',
  toChoice: 'Choose whether my name may be on the map',
  absent: 'Your name is not on the map. That is fine.',
  maps: 'Maps that are ready',
  shut: 'shut on {day}',
  kept: 'Kept. You can change it as long as this is open.',
  shutNow: 'Everybody filled in. The map is ready.',
  back: 'Back to all maps',
  whoSees: 'Until it shuts nobody sees what you fill in. Then the people of this see the map, with names.',
  skip: 'You may skip people.',
  nobody: 'Nobody else is on the map yet. Look again later.',
  onlyYes: 'Only people who said yes stand here.',
  side: '{name} ({count})',
  often: 'How often do we work together?',
  useful: 'Is that useful?',
  skipOften: 'I skip this',
  skipUseful: 'I would rather not say',
  keep: 'Keep',
  takeBack: 'Take back what I filled in',
  takenBack: 'What you filled in is gone.',
  picture: 'The map as a drawing',
  pictureWhy: 'The same stands below in words.',
  talk: 'To talk about together',
  list: 'Who names whom',
  names: 'names {name}: {words}',
  namesNobody: 'names nobody',
  notFilled: 'did not fill in',
  since: 'What changed since “{title}”',
  since2: 'Lay beside “{title}”',
  stop: 'Take my name off the map',
}

export type MapWords = Readonly<Record<keyof typeof nl, string>>

/** The sentences as one reader gets them. */
export function mapWordsFor(listener: Listener): MapWords {
  return wordsTo({ nl, en }, listener)
}
