import { byId, sections, stopReading } from './screen.js'

/** Reading aloud, only with a voice that lives on this device and speaks the page's language: nothing is sent anywhere. */
export function offerReading() {
  const speech = window.speechSynthesis
  const button = byId('read')
  const idle = button.textContent
  /** @type {SpeechSynthesisVoice | undefined} */
  let ownVoice
  // Kept, or some browsers clear them away while they speak.
  /** @type {SpeechSynthesisUtterance[]} */
  let sentences = []

  const look = () => {
    ownVoice = speech
      .getVoices()
      .find((one) => one.localService && one.lang.startsWith(document.documentElement.lang))
    button.hidden = !ownVoice
  }
  const stop = () => {
    speech.cancel()
    sentences = []
    button.textContent = idle
    button.className = ''
  }
  button.onclick = () => {
    if (sentences[0]) return stop()
    button.textContent = stopReading
    button.className = 'on'
    const shown = sections.filter((section) => section.offsetParent)
    sentences = shown.map((section) => {
      // biome-ignore lint/performance/useDomNodeTextContent: what is not shown is not read aloud.
      const sentence = new SpeechSynthesisUtterance(section.innerText)
      sentence.voice = ownVoice || null
      sentence.onstart = () => section.scrollIntoView({ block: 'center' })
      sentence.onend = () => speech.pending || stop()
      speech.speak(sentence)
      return sentence
    })
  }
  if (speech) {
    look()
    speech.onvoiceschanged = look
    window.onpagehide = stop
  }
}
