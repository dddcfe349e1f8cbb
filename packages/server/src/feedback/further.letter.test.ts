import { furtherLanguages } from '@weerklank/core/shared/language'
import { expect, test } from 'vitest'
import { aboutLanguage } from '../http/further-languages.ts'
import { questionMail } from './plan.letter.ts'
import { linkMail } from './ways-in.letter.ts'

const to = {
  to: 'lina@post.example',
  url: 'http://weerklank.test/f/lina',
  publicUrl: 'http://weerklank.test',
  workspace: 'De Linde',
}

test.each(furtherLanguages)(
  'whoever is asked in %s reads her own letter first, and a Dutch one below it',
  (language) => {
    const listener = { language, address: 'u' } as const
    const asked = questionMail({ ...to, listener, asks: 'check', isReminder: false })
    const again = questionMail({ ...to, listener, asks: 'check', isReminder: true })
    const byHand = linkMail({ ...to, listener, asks: 'check' })
    const [own = '', dutch = ''] = asked.text.split('* * *')
    expect(own).toContain(`http://weerklank.test/f/lina?lang=${language}`)
    expect(own).toContain(`http://weerklank.test/f/lina/vragen?lang=${language}`)
    expect(own).toContain('De Linde')
    expect(own).toContain(aboutLanguage(language)?.notice)
    expect(dutch).toContain('Er staat een korte vraag voor u klaar.')
    expect(again.subject).not.toBe(asked.subject)
    expect(asked.html).toContain(language === 'ar' ? '<div lang="ar" dir="rtl">' : `<div lang="${language}">`)
    // Somebody typed this address: only the letter that says so speaks of it.
    expect(byHand.text.split('* * *')[0]).not.toContain('De Linde')
    expect(byHand.text).toContain('Iemand daar typte uw adres in.')
    for (const { text, subject } of [asked, again, byHand])
      expect(subject + text).not.toMatch(/\{\w+\}|undefined/)
  },
)
