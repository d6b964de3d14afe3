import type { Language } from '../../core/preferences/language'
import { arabic } from './arabic'
import { english, type Synonymous } from './english'
import { spanish } from './spanish'

const byLanguage: Readonly<Record<Language, Readonly<Record<Synonymous, string>>>> = {
  en: english,
  es: spanish,
  ar: arabic,
}

const isSynonymous = (name: string): name is Synonymous => name in english

/** Other words, parted by spaces, by which people look for a command; empty where it has none. */
export const synonymsOf = (language: Language, name: string): string =>
  isSynonymous(name) ? byLanguage[language][name] : ''
