import type { Fit, Resample } from '../../core/pixels/recipe'

/** What Pillow 9.4 and torchvision's crop make of `pixelPattern(width, height)`. */
export interface PillowCase {
  readonly rule: string
  readonly width: number
  readonly height: number
  readonly fit: Fit
  readonly resample: Resample
  /** SHA-256 of the RGB bytes. */
  readonly sha256: string
}

const crop = (resizeTo: number, width = resizeTo, height = resizeTo): Fit => ({
  kind: 'crop',
  resizeTo,
  width,
  height,
})
const squash = (width: number, height: number): Fit => ({ kind: 'squash', width, height })

export const pillowCases: readonly PillowCase[] = [
  {
    rule: 'a photo shrinks, bicubic',
    ...{ width: 640, height: 427, fit: crop(224), resample: 'bicubic' },
    sha256: '2b3c11afc4af7c4409ca8e4331c23526b7cfe33b8bbce7667bc4d7844e82dfbd',
  },
  {
    rule: 'a photo shrinks, bilinear, with an odd margin',
    ...{ width: 641, height: 427, fit: crop(256), resample: 'bilinear' },
    sha256: 'be19b15b1730ef47f178854668f1851d7075c06d64d44398454c9d7fca7070a8',
  },
  {
    rule: 'a small picture grows, bicubic',
    ...{ width: 61, height: 83, fit: crop(224), resample: 'bicubic' },
    sha256: '1365d29e9b558b79d1d2274a47b1148721865e8f95a7db8382158043589cc4e4',
  },
  {
    rule: 'a small picture grows, bilinear',
    ...{ width: 61, height: 83, fit: crop(224), resample: 'bilinear' },
    sha256: 'e2372dca82676be37640d24e4adb50071dd3762e7a839aecb83f07f29a84dc1e',
  },
  {
    rule: 'one column fills the square',
    ...{ width: 1, height: 500, fit: crop(224), resample: 'bicubic' },
    sha256: 'f8acf06dd990a7dfd75e43fc860e9b63f44f4f002ad7ad3148acf09c6a3cb895',
  },
  {
    rule: 'a strip is seen in its middle',
    ...{ width: 700, height: 2, fit: crop(32), resample: 'bicubic' },
    sha256: '77bc17ff09e22895a03698f9525f221e4d231f8e945bffba46b14d9ae10222f3',
  },
  {
    rule: 'a picture is squashed, bicubic',
    ...{ width: 300, height: 200, fit: squash(96, 64), resample: 'bicubic' },
    sha256: '9ac6769bef230b65295f6b2f241f053e654d0fd5ee19db1e2964e6ac3628fc13',
  },
  {
    rule: 'a picture is squashed the other way, bilinear',
    ...{ width: 300, height: 200, fit: squash(31, 77), resample: 'bilinear' },
    sha256: '42d084d2f226a66f0858ab62a381f64e2cab323a28558a1ee80cca60fbf297d4',
  },
  {
    rule: 'a crop larger than the resized picture is padded with black',
    ...{ width: 300, height: 200, fit: crop(64, 101, 67), resample: 'bicubic' },
    sha256: 'd828860d916d41e9973406f3116c4e39ebba6187d6de0820ce1e61c6cd65ce02',
  },
  {
    rule: 'a picture of the right size stays as it is',
    ...{ width: 224, height: 224, fit: crop(224), resample: 'bicubic' },
    sha256: '9c94da96f50e56c13084c0fdd49a99bc5d2d4e08bdf81a0eaf36067215e1082e',
  },
  {
    rule: 'a thousand source pixels make one',
    ...{ width: 2000, height: 3, fit: squash(2, 2), resample: 'bilinear' },
    sha256: '234e3d8255555c4c0be9c326573a89338155a363762aab4b4363073c144bb037',
  },
  {
    rule: 'a photo shrinks, nearest',
    ...{ width: 640, height: 427, fit: crop(224), resample: 'nearest' },
    sha256: '7bdca781779c9c445de7d216755094b113953d9ece9908d56fcd01e61a50e303',
  },
  {
    rule: 'a small picture grows, nearest',
    ...{ width: 61, height: 83, fit: crop(224), resample: 'nearest' },
    sha256: '9f4d3b0815f7bb71ddc306ac8675a0e423b781bb00cbc51afaead6633be1b1f9',
  },
  {
    rule: 'a photo shrinks, box',
    ...{ width: 640, height: 427, fit: crop(224), resample: 'box' },
    sha256: 'efeedb0010f311ab42023379596646eea781c87226dd301a1277ed6508eb2255',
  },
  {
    rule: 'a small picture grows, box',
    ...{ width: 61, height: 83, fit: crop(224), resample: 'box' },
    sha256: '9f4d3b0815f7bb71ddc306ac8675a0e423b781bb00cbc51afaead6633be1b1f9',
  },
  {
    rule: 'a photo shrinks, hamming',
    ...{ width: 640, height: 427, fit: crop(224), resample: 'hamming' },
    sha256: 'd3cb57f8b0a123087120e450804e786baa5288d9ae3ad88f9cccdaebcd4e7aff',
  },
  {
    rule: 'a small picture grows, hamming',
    ...{ width: 61, height: 83, fit: crop(224), resample: 'hamming' },
    sha256: 'd80875bfb95fec66accd8656325e99cc05e64f15a2d8b93ebf76584117d9e46e',
  },
  {
    rule: 'a photo shrinks, lanczos',
    ...{ width: 640, height: 427, fit: crop(224), resample: 'lanczos' },
    sha256: '375332f91937e800a9c3b81750385c332f6a8d5f4cde587ccf033fd7174e31c3',
  },
  {
    rule: 'a small picture grows, lanczos',
    ...{ width: 61, height: 83, fit: crop(224), resample: 'lanczos' },
    sha256: 'd349b09c3a4672a44a4102ce56092552e00eec2c86ee56f8a41208b3192549fb',
  },
  {
    rule: 'a picture is squashed and its middle kept, bicubic',
    ...{ width: 300, height: 200, resample: 'bicubic' },
    fit: { kind: 'squash', width: 224, height: 224, resized: { width: 256, height: 256 } },
    sha256: 'c9c1243845f798da441e90b099dcab3dd1a038bc3ca17e9701edca6e180e4039',
  },
]
