/**
 * Words of the list that nobody here should have to learn by heart: violence, captivity, police, rescue, bodies, insults, worthlessness. Left
 * out, every codename still has seven words of some 7,500.
 */
export const unkindWords: ReadonlySet<string> = new Set(
  (
    "abreast afraid agonize agonizing agony ambush apprehend arrest ashamed backlash backstab blame bloated bloating " +
    "browbeat brownnose bruising buckshot bullwhip bully cage captivate captive captivity capture catcall cauterize " +
    "chain chaperone cheating childless chokehold coerce constable crave crazy cried cruelly cruelness cruelty crying " +
    "cufflink custodian custody dagger deceiver deceiving deport despise detest devouring dirtiness disaster " +
    "disfigure disgrace dislike disloyal dismay disobey disown disposal distrust drown enrage enslave ensnare entrap " +
    "estranged evict evil excretion exhume exploit expose exposure expulsion extortion extradite fetal filth " +
    "flashback fondling fondly graveness graves graveyard groin groom grope handcuff handgun hangnail hangup harmful " +
    "hate hunter hunting huntress huntsman hurt husband illicitly imprison jackknife jailbird jailbreak jailer " +
    "jailhouse jockstrap judge knickers landowner lash legroom licking lure lustfully lustily lustiness lusty lying " +
    "manhunt married massager neuter obedience obedient opium outrage outshoot overkill overlying oversold panic " +
    "pantyhose penknife poison police predator pregnancy pregnant prison punisher pureblood racism rage raider " +
    "recapture repossess repulsion repulsive rescuer revolt ribcage savior scalded scalding scared scarily scariness " +
    "scarring scary scorch seduce seducing shame slapping slashed slashing slit smother smuggler smuggling snare " +
    "sneak spied spousal spouse squeeze stinking stinky stranger strangle submitter suffocate tamper thigh thong " +
    "threaten traffic tragedy trapdoor trapped trapper trapping traps trash unafraid unashamed unbeaten unbutton " +
    "uncaring unchain unchanged unclothed undead underage underling undesired undress undying uneasy unequal " +
    "unexposed unfair unfeeling unhappily unhappy unharmed unhealthy unheard unhelpful unhinge unholy uninvited " +
    "unisexual unjustly unkempt unkind unlawful unlivable unlovable unloved unlovely unloving unlucky unmasked " +
    "unmasking unmoral unnamed unnatural unnerving unpaid unpopular unproven unrobed unsafe unsavory unseen unshackle " +
    "unsightly unsold unsuited untidy untracked untrue untruth unused unvalued unwanted unwashed unwelcome unwell " +
    "unwilling unwomanly unworthy violate violation violator whoopee wife womb wound"
  ).split(" "),
);
