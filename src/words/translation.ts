import type { about } from './en/about'
import type { palette } from './en/commands'
import type { english } from './en/english'
import type { exporting } from './en/pictures/exporting'
import type { incoming } from './en/pictures/incoming'
import type { duplicates } from './en/pictures/duplicates'
import type { moving } from './en/pictures/moving'
import type { classifierLabels } from './en/labels/classifier'
import type { live } from './en/live'
import type { keyHelp } from './en/keys/help'
import type { kept } from './en/pictures/kept'
import type { largeView } from './en/pictures/large-view'
import type { list } from './en/pictures/list'
import type { own } from './en/own'
import type { map } from './en/pictures/map'
import type { modelPanel } from './en/model/panel'
import type { privacyDialog } from './en/privacy/dialog'
import type { comparison } from './en/comparison'
import type { review } from './en/review'
import type { suggestions } from './en/pictures/suggestions'
import type { scores } from './en/scores'
import type { tagSets } from './en/tag-sets'
import type { PluralForm } from './translate'

type OtherForm = Exclude<PluralForm, 'other'>

type StemOf<Key> = Key extends `${infer Stem}_other` ? Stem : never

type Plain<Node> = {
  readonly [
    Key in keyof Node as Key extends `${string}_${PluralForm}` ? never : Key
  ]: Node[Key] extends string ? string : TranslationOf<Node[Key]>
}

/** Which forms a plural has is the language's own; a test holds each to what `Intl` says. */
type Plurals<Node> = {
  readonly [Key in keyof Node as Key extends `${string}_other` ? Key : never]: string
} & {
  readonly [Key in keyof Node as `${StemOf<Key>}_${OtherForm}`]?: string
}

/** The texts of an area in another language: the same keys, no more and no fewer, but for plural forms. */
export type TranslationOf<Node> = Plain<Node> & Plurals<Node>

/** All texts in another language, those too that English has in late parts. */
export type Translation = TranslationOf<
  typeof english &
    typeof modelPanel &
    typeof incoming &
    typeof duplicates &
    typeof map &
    typeof exporting &
    typeof moving &
    typeof live &
    typeof kept &
    typeof largeView &
    typeof list &
    typeof own &
    typeof comparison &
    typeof review &
    typeof scores &
    typeof suggestions &
    typeof classifierLabels &
    typeof tagSets &
    typeof about &
    typeof keyHelp &
    typeof palette &
    typeof privacyDialog
>
