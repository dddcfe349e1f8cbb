import fc from 'fast-check'
import { expect, test } from 'vitest'
import { passwordFault, passwordLength } from './password-strength.ts'

const about = {
  email: 'noor.vandam@praktijkdelinde.nl',
  name: 'Noor van Dam',
  organisations: ['Praktijk De Linde', 'Wijkteam Oost'],
}

test.each([
  ['kort', 'too-short'],
  ['elfletters1', 'too-short'],
  ['x'.repeat(201), 'too-long'],
  ['welkomwelkom', 'too-common'],
  ['Welkom2026!!', 'too-common'],
  ['Wachtwoord123!', 'too-common'],
  ['W@chtw00rd2026', 'too-common'],
  ['Zomer2026Zomer', 'too-common'],
  ['herfst-2025-herfst', 'too-common'],
  ['passwordpassword', 'too-common'],
  ['123456789012', 'too-common'],
  ['098765432109', 'too-common'],
  ['qwertyuiop12', 'too-common'],
  ['asdfghjklasdf', 'too-common'],
  ['abcdefghijkl', 'too-common'],
  ['aaaaaaaaaaaaaaaa', 'too-common'],
  ['121212121212', 'too-common'],
  ['hoihoihoihoi', 'too-common'],
  ['!!!!!!!!!!!!!!', 'too-common'],
  ['Geheim!Geheim!1', 'too-common'],
  ['NoorVanDam2026', 'about-you'],
  ['noor.vandam@praktijkdelinde.nl', 'about-you'],
  ['PraktijkDeLinde1', 'about-you'],
  ['de linde 2026!', 'about-you'],
  ['WijkteamOost12', 'about-you'],
])('%s is no secret: %s', (password, fault) => {
  expect(passwordFault(password, about)).toBe(fault)
})

test.each([
  'correct horse battery',
  'correct horse battery staple',
  'vier blauwe fietsen op zolder',
  'mijn tante speelt trompet',
  'kT7#vLq9zWm2',
  'regenpijpbalkonmuis',
  'ツバメが軒下に巣を作っている',
])('%s is taken', (password) => {
  expect(passwordFault(password, about)).toBeNull()
})

test('any twelve random letters and digits are taken, unless a human being would have thought of them', () => {
  const sign = fc.constantFrom(...'bdfhjlnprtvxzBDFHJLNPRTVXZ2468'.split(''))
  fc.assert(
    fc.property(fc.array(sign, { minLength: 16, maxLength: 40 }), (signs) => {
      fc.pre(new Set(signs.map((one) => one.toLowerCase())).size >= 9)
      expect(passwordFault(signs.join(''), about)).toBeNull()
    }),
  )
})

test('whatever comes gets an answer, and what is too short or too long is said first', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 260 }), (password) => {
      const fault = passwordFault(password, about)
      expect(fault === 'too-short').toBe(password.length < passwordLength.least)
      expect(fault === 'too-long').toBe(password.length > passwordLength.most)
    }),
  )
})
