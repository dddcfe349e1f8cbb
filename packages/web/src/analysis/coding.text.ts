import { dictionary } from '../language/dictionary.ts'

/** Around the text of a document: who speaks, what was coded, how it stands. */
export const codingText = dictionary({
  nl: {
    unknownVoice: 'onbekend',
    unknownCode: 'Thema dat er niet meer is',
    sealed: '(alleen jij ziet dit nu)',
    gap: 'Iemand aan tafel gaf geen toestemming voor dit gebruik. De woorden zijn niet bewaard.',
    noDocumentsTitle: 'Hier komen de woorden van iedereen',
    noDocumentsText:
      'Er zijn nog geen teksten. Kies gesprekken of samenwerkingen; wie toestemming geeft, staat er vanzelf bij.',
    choose: 'Kies waar de woorden vandaan komen',
    settings: 'Instellen',
    history: 'Wat er veranderde',
    whichDocument: 'Tekst',
    documentOf: (at: number, count: number) => `tekst ${at} van ${count}`,
    search: 'Zoek',
    earlier: 'Vorige tekst',
    later: 'Volgende tekst',
    hint: 'Kies woorden, en geef ze een thema.',
    documentEmpty: 'In deze tekst staan geen woorden die bewaard mochten worden.',
    more: 'De rest van de tekst wordt opgehaald.',
    undo: 'Ongedaan maken',
    redo: 'Opnieuw',
    nothingToUndo: 'Er is niets om ongedaan te maken.',
    nothingToRedo: 'Er is niets om opnieuw te doen.',
    undone: 'Ongedaan gemaakt.',
    redone: 'Opnieuw gedaan.',
    keptByOthers: (count: number) =>
      count === 1
        ? 'Eén ding bleef staan: iemand anders veranderde het.'
        : `${count} dingen bleven staan: iemand anders veranderde ze.`,
    save: {
      saved: 'Alles is bewaard',
      saving: 'Bewaren…',
      waiting: 'Nog niet bewaard. We proberen het opnieuw.',
    },
    failed: 'Dit lukte niet. Je ziet weer hoe het echt staat.',
    keyboard: 'Kiezen met toetsenbord',
    keyboardHelp:
      'Pijl links en rechts: een woord. Pijl omhoog en omlaag: een zin. Met Shift kies je de woorden. Met Ctrl ga je per letter. Page Up en Page Down: vorige en volgende spreker. Enter of een letter: thema kiezen. Escape: klaar.',
    keyboardShort: '← → woord · ↑ ↓ zin · Shift kiest · Enter geeft een thema · Esc klaar',
    caretOn: 'Je kiest nu woorden met het toetsenbord.',
    spokenBy: (who: string) => `${who}:`,
    selected: (words: string) => `Gekozen: ${words}`,
    nothingSelected: 'Er zijn geen woorden gekozen.',
    openCodes: 'Thema’s en notities',
    loadFailed: 'Een deel van de tekst kwam niet binnen.',
    again: 'Probeer het opnieuw',
  },
  en: {
    unknownVoice: 'unknown',
    unknownCode: 'Theme that is no longer there',
    sealed: '(only you see this now)',
    gap: 'Somebody at the table gave no consent for this use. The words have not been kept.',
    noDocumentsTitle: 'Here come everybody’s words',
    noDocumentsText:
      'There are no texts yet. Choose meetings or collaborations; whoever consents comes in by herself.',
    choose: 'Choose where the words come from',
    settings: 'Set up',
    history: 'What changed',
    whichDocument: 'Text',
    documentOf: (at: number, count: number) => `text ${at} of ${count}`,
    search: 'Search',
    earlier: 'Previous text',
    later: 'Next text',
    hint: 'Choose words, and give them a theme.',
    documentEmpty: 'This text holds no words that could be kept.',
    more: 'The rest of the text is being fetched.',
    undo: 'Undo',
    redo: 'Redo',
    nothingToUndo: 'There is nothing to undo.',
    nothingToRedo: 'There is nothing to do again.',
    undone: 'Undone.',
    redone: 'Done again.',
    keptByOthers: (count: number) =>
      count === 1
        ? 'One thing stayed as it is: somebody else changed it.'
        : `${count} things stayed as they are: somebody else changed them.`,
    save: {
      saved: 'Everything is saved',
      saving: 'Saving…',
      waiting: 'Not saved yet. We are trying again.',
    },
    failed: 'This did not work. You see again how it really stands.',
    keyboard: 'Choose by keyboard',
    keyboardHelp:
      'Arrow left and right: a word. Arrow up and down: a sentence. With Shift you select the words. With Ctrl you go by letter. Page Up and Page Down: previous and next speaker. Enter or a letter: choose a theme. Escape: done.',
    keyboardShort: '← → word · ↑ ↓ sentence · Shift selects · Enter gives a theme · Esc done',
    caretOn: 'You now choose words by keyboard.',
    spokenBy: (who: string) => `${who}:`,
    selected: (words: string) => `Selected: ${words}`,
    nothingSelected: 'No words are selected.',
    openCodes: 'Themes and notes',
    loadFailed: 'A part of the text did not arrive.',
    again: 'Try again',
  },
})
