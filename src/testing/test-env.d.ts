interface ImportMetaEnv {
  /** Absolute path of the folder with photographs and reference numbers; empty where a machine has none. */
  readonly TAGLENS_SHARED: string
  /** Not empty where towers of full size are to run on a graphics card in software, which takes minutes. */
  readonly TAGLENS_FULL_SIZE: string
}
