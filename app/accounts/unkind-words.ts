/**
 * Words of the list that nobody here should have to learn by heart: violence, captivity, police, bodies, insults, worthlessness. Left
 * out, every codename still has seven words of more than 7,500.
 */
export const unkindWords: ReadonlySet<string> = new Set(
  (
    "ambush arrest ashamed backlash backstab blame bloated bloating browbeat brownnose bruising buckshot bullwhip " +
    "cage captivate captive captivity catcall cauterize chain chokehold constable crazy cufflink custodian " +
    "custody dagger deport despise detest devouring disaster disfigure disgrace dislike disloyal dismay disobey " +
    "disown disposal distrust drown enslave ensnare entrap excretion exhume exploit expose exposure expulsion " +
    "extortion extradite fetal flashback fondling fondly graveness graves graveyard groin groom grope handcuff " +
    "handgun hangnail hangup harmful hate hunter hunting huntress huntsman hurt husband imprison jackknife " +
    "jailbird jailbreak jailer jailhouse jockstrap judge knickers lash legroom licking lure lustfully lustily " +
    "lustiness lusty manhunt married neuter obedience obedient opium outshoot overkill oversold penknife poison " +
    "police pregnancy pregnant prison pureblood racism repossess repulsion repulsive revolt ribcage scalded " +
    "scalding scared scarily scariness scarring scary scorch shame slashed slashing slit smother snare spousal " +
    "spouse squeeze stinking stinky strangle suffocate thigh thong threaten traffic trapdoor trapped trapper " +
    "trapping traps unbeaten unbutton uncaring unchain unchanged unclothed undead underage underling undesired " +
    "undress uneasy unequal unfair unfeeling unhappily unhappy unhealthy unheard unhelpful unhinge unholy " +
    "uninvited unjustly unkempt unkind unlawful unlivable unlovable unloved unlovely unloving unlucky unmasked " +
    "unmasking unmoral unnamed unnatural unnerving unpaid unpopular unproven unrobed unsafe unsavory unseen " +
    "unsightly unsold unsuited untidy untrue untruth unused unvalued unwanted unwashed unwelcome unwell unwilling " +
    "unwomanly unworthy whoopee wife womb wound"
  ).split(" "),
);
