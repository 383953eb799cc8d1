"""How records of many publishers open their turns: a few lines of each."""

from __future__ import annotations

HANSARD = """The SPEAKER (Hon. Tony Smith) (12:00): The clerk will read the bill.
Mr BURKE (Watson—Minister for the Arts) (12:01): I have two things to say: it is late.
Ms O'NEIL (Hotham): I thank the member.
The DEPUTY SPEAKER (Ms Bird): Order!
An opposition member: Hear, hear!
Honourable members: Aye!"""

COUNCIL = """The President (spoke in Chinese): I give the floor to the representative.
Mr. Nebenzia (Russian Federation) (spoke in Russian): A few words about the results: they are poor.
Mrs. ngu (Nigeria): We voted in favour.
Prince Zeid Ra'ad Zeid Al-Hussein (Jordan) (spoke in Arabic): We, too."""

PARLIAMENT = """President. – The debate is closed.
Helena Dalli, Member of the Commission. – Madam President, thank you.
Ελεονώρα Μελέτη (PPE), ερώτηση με γαλάζια κάρτα. – Άκουσα με προσοχή.
Irmhild Boßdorf (ESN). – Die Zahlen – aus Norwegen – sind so. – Ja.
PREDSEDÁ: MARTIN HOJSÍK
Paulo Do Nascimento Cabral (PPE). – Senhor Presidente.
Im Ernst: Wo ist die Frage?
Predsedajúci. – Ďakujem.
Lukas Sieper (NI). – Danke.
Rima Hassan, au nom du groupe The Left. – Merci.
Przewodnicząca. – Dziękuję."""

CONGRESS = """The SPEAKER pro tempore. Is there objection?
Mr. ISSA. Mr. Speaker, I have to say three things: save, save and save.
Ms. JACKSON LEE. Will the gentleman yield?
Mr. SMITH of Texas. I thank the gentleman.
Mr. ISSA. I yield."""

COMMONS = """The Prime Minister
(Keir Starmer)

The report was published today.

Shivani Raja
(Leicester East) (Con)

Will he act?

The Prime Minister

We will.

Shivani Raja

When?

The Prime Minister

Soon."""

LORDS = """The Minister of State, Foreign, Commonwealth and Trade Office (Lord Ahmad) (Con)

My Lords, we are committed.

Baroness Northover (LD)

I thank the Minister.

Lord Ahmad (Con)

She is right.

Baroness Northover (LD)

When?

Lord Ahmad (Con)

Soon."""

BRIEFING = """Reuters: What is your comment?
Mao Ning: There are two points: peace and trade.
Bloomberg: And the elections?
Mao Ning: We do not comment.
Reuters: One more question.
Mao Ning: Thank you."""

ASSEMBLY = """M. le président. La parole est à Mme Dupont.
Mme Claire Dupont. Monsieur le ministre, que faites-vous?
M. le président. La parole est à M. le ministre.
M. Gérald Martin, ministre de l'intérieur. Nous agissons.
M. le président. Merci."""


HEARING = """Chairman Royce. The committee will come to order.
Mr. Engel. Thank you, Mr. Chairman: we work as one.
Chairman Royce. I recognize the gentlewoman.
Ms. Ros-Lehtinen. Thank you. I will be brief.
Mr. Smith of New Jersey. I second it.
Mr. Trump said that he agrees. We know it.
Voice. Aye.
Chairman Royce. Without objection.
Mr. Engel. I move."""

EXTENSION = "Ms. DeLAURO. Mr. Speaker, I rise in honor of Women's Health Week.\nIt is late."

OLD_HANSARD = """Mr CREAN (Hotham) (2.03 p.m.)—My question is to the Prime Minister.
Mr HOWARD (Bennelong) (Prime Minister) (2.04 p.m.)—I thank the member: it is a good one.
Mr Latham—You are wrong!
The SPEAKER—The member will resume his seat.
Mr HOWARD—As I was saying, we will act—and soon.
—and so it goes."""

SENATE = """M. le président.  - L'ordre du jour appelle les questions.
M. Pierre-Yves Collombat .  - Mes propos : les voici.
M. Bernard Cazeneuve, Premier ministre .  - Une exigence.
M. le président.  - La parole est à M. Retailleau."""

CAMARA = """O SR. PRESIDENTE (Rodrigo Maia. Bloco/DEM - RJ) - Eu já recolhi a questão.
A SRA. ALINE PAZ - Obrigada, Presidente. Digo: não.
O SR. PRESIDENTE (Rodrigo Maia. Bloco/DEM - RJ) - Muito obrigado.
A SRA. ERIKA KOKAY (PT - DF) - Presidente, peço a palavra."""

CORTES = """La señora PRESIDENTA: Señorías, se reanuda la sesión.
El señor GARCÍA-MARGALLO Y MARFIL: Tengo una pregunta.
El señor PRESIDENTE DEL GOBIERNO (Sánchez Pérez-Castejón): Le digo que no.
La señora PRESIDENTA: Muchas gracias.
El señor VICEPRESIDENTE (Rodríguez Gómez de Celis): Silencio."""

KAMER = """De voorzitter:
Ik open de vergadering.
De heer Bontenbal (CDA):
Voorzitter. Ik heb twee vragen: waarom en wanneer?
Mevrouw Lodders (VVD):
Dank u wel, voorzitter.
Staatssecretaris Van 't Wout:
Voorzitter.
De voorzitter:
Dank u wel.
De heer Bontenbal (CDA):
Nee."""

BUNDESTAG = """Präsident Dr. Norbert Lammert:
Ich erteile das Wort.
Hermann Gröhe, Bundesminister für Gesundheit:
Wir tun drei Dinge:
Wir helfen, wir heilen, wir sparen.
Dr. Bernd Baumann (AfD):
Frau Präsidentin!
Vizepräsidentin Claudia Roth:
Vielen Dank."""

REGULAR = """法新社记者：中方对此有何评论？
汪文斌：中方的立场是明确的：反对。
法新社记者：追问一下。
汪文斌：我已经回答了。"""

DUMA = """ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ. Коллега Нилов, пожалуйста.
НИЛОВ О. А., фракция "СПРАВЕДЛИВАЯ РОССИЯ". Прошу поддержать: это важно.
ПРЕДСЕДАТЕЛЬСТВУЮЩИЙ. Спасибо.
ИЗ ЗАЛА. (Не слышно.)"""

MEETING = """President: Ms. Amina MOHAMED ................ (Kenya)
The PRESIDENT: I declare open the meeting.
Mr. HU Xiaodi (China) (translated from Chinese): Madam President.
The PRESIDENT: I thank you."""

PANEL = """SPEAKERS:
Gita Gopinath, Chief Economist, IMF
Moderator: Raphael Anspach, Communications officer, IMF
Raphael Anspach: Good morning and welcome.
Gita Gopinath: Thank you, Raphael.
Moderator: Questions, please."""

WEEKLY = """Shri Arindam Bagchi, Official Spokesperson: Good afternoon to all of you.
Rishabh: Sir, a question about --
Shri Arindam Bagchi, Official Spokesperson: This is at Windsor?
Rishabh: Windsor, yes sir.
Shri Arindam Bagchi, Official Spokesperson: One question.
Raza: Raza from the Hindustan Times.
Sudhi Ranjan: Adding to that question.
Shri Arindam Bagchi, Official Spokesperson: We'll take it later on.
Rishabh: Thank you.
Shri Arindam Bagchi, Official Spokesperson: Thanks."""
