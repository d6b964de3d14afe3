import type { MappedClass } from './category'

/**
 * People, and what they wear, each decided.
 *
 * [Note: people in ImageNet] It has three classes of people; everybody else comes out as what they wear. So
 * dress that covers the body counts as a _person_: its pictures are of somebody who wears it. The price is that
 * a suit on a hanger does too. Hats, masks, glasses, ties, shoes, bags and jewellery, which lie on tables as
 * often, are _other_, as is underwear, which is pictured for sale. Decided from what the classes are, not
 * measured.
 */
export const personClasses: readonly MappedClass[] = [
  [981, 'ballplayer', 'person'],
  [982, 'groom', 'person'],
  [983, 'scuba diver', 'person'],

  // Dress of an office or an occasion.
  [399, 'abaya', 'person'],
  [400, 'academic gown', 'person'],
  [465, 'bulletproof vest', 'person'],
  [578, 'gown', 'person'],
  [601, 'hoopskirt', 'person'],
  [614, 'kimono', 'person'],
  [617, 'lab coat', 'person'],
  [652, 'military uniform', 'person'],
  [834, 'suit', 'person'],
  [887, 'vestment', 'person'],

  // Dress of every day, and for bathing.
  [445, 'bikini', 'person'],
  [474, 'cardigan', 'person'],
  [501, 'cloak', 'person'],
  [568, 'fur coat', 'person'],
  [608, 'jean', 'person'],
  [610, 'jersey', 'person'],
  [638, 'maillot', 'person'],
  [639, 'maillot', 'person'],
  [655, 'miniskirt', 'person'],
  [689, 'overskirt', 'person'],
  [697, 'pajama', 'person'],
  [735, 'poncho', 'person'],
  [775, 'sarong', 'person'],
  [841, 'sweatshirt', 'person'],
  [842, 'swimming trunks', 'person'],
  [869, 'trench coat', 'person'],

  // Worn, but pictured alone as often.
  [411, 'apron', 'other'],
  [433, 'bathing cap', 'other'],
  [439, 'bearskin', 'other'],
  [443, 'bib', 'other'],
  [452, 'bonnet', 'other'],
  [457, 'bow tie', 'other'],
  [459, 'brassiere', 'other'],
  [461, 'breastplate', 'other'],
  [490, 'chain mail', 'other'],
  [515, 'cowboy hat', 'other'],
  [524, 'cuirass', 'other'],
  [529, 'diaper', 'other'],
  [552, 'feather boa', 'other'],
  [560, 'football helmet', 'other'],
  [570, 'gasmask', 'other'],
  [643, 'mask', 'other'],
  [667, 'mortarboard', 'other'],
  [678, 'neck brace', 'other'],
  [691, 'oxygen mask', 'other'],
  [715, 'pickelhaube', 'other'],
  [793, 'shower cap', 'other'],
  [796, 'ski mask', 'other'],
  [808, 'sombrero', 'other'],
  [824, 'stole', 'other'],
  [836, 'sunglass', 'other'],
  [837, 'sunglasses', 'other'],
  [903, 'wig', 'other'],
  [906, 'Windsor tie', 'other'],
]
