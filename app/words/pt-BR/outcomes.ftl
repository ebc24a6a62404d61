# O que as regras de sincronização e o servidor têm a dizer.

## Por que algo foi recusado e o que resolve; $field é o nome do campo, $flaw um defeito abaixo

reason-unknown_entity = O servidor ainda não conhece este tipo de registro. Guarde aqui até o servidor ser atualizado.
reason-unknown_field = O servidor ainda não conhece o campo “{ $field }”. Guarde aqui até o servidor ser atualizado.
reason-invalid = { $field }: { $flaw }. Corrija o valor e envie de novo.
reason-forbidden = Você não pode alterar este registro. Passe a alteração para o responsável ou para um gestor.
reason-forbidden_field = Você não pode alterar “{ $field }”. Peça a um gestor ou administrador.
reason-no_such_record = Este registro não está no servidor. Talvez tenha sido removido de vez.
reason-deleted = Este registro foi excluído nesse meio-tempo. Restaure-o para aplicar sua alteração.
reason-needs = “{ $field }” aponta para um registro que ainda não chegou. Assim que ele chegar, isto segue junto; ou escolha outro.
reason-archived = “{ $field }” foi arquivado nesse meio-tempo. Escolha outra opção.
reason-taken = { $field }: este valor já está em outro registro, talvez um que você não vê. Altere-o ou pergunte com quem está.
reason-together = Outra parte do mesmo trabalho foi recusada. Corrija aquela e esta segue junto.
reason-last_admin = Alguém precisa continuar como administrador. Torne outra pessoa administradora primeiro.
reason-too_large = Isto é maior do que o servidor aceita de uma vez. Encurte, ou exporte e passe adiante.
reason-failing = O servidor falha nesta alteração; todo o resto chegou. Envie de novo mais tarde ou passe a um colega.
reason-number_reused = O número desta alteração já foi usado em outra. Envie-a de novo como nova alteração.
reason-unknown = O servidor não aceitou. Atualize o aplicativo para saber o motivo.

## O que há de errado com um valor; vem depois do nome do campo

flaw-kind = este tipo de valor não serve
flaw-too_long = o texto é longo demais
flaw-choice = não é uma das opções
flaw-email = não é um endereço de e-mail
flaw-phone = não é um número de telefone
flaw-link = não é um endereço da web
flaw-range = o valor está fora do limite
flaw-required = é preciso informar um valor
flaw-target = é preciso um registro de outro tipo
flaw-other = este valor não é válido

## Regras entre campos que um registro não cumpre

flag-activity-ends-before-start = Termina antes de começar
flag-deal-closed-before-opened = Foi fechado antes de ser aberto
flag-deal-probability-range = A probabilidade deve ficar entre 0 e 100
flag-required = Falta “{ $field }”

## Com o que o servidor recusa

refusal-busy = O servidor está ocupado. Vamos tentar de novo em instantes.
refusal-credentials = E-mail ou senha incorretos.
refusal-cursor = Este dispositivo está à frente do servidor. Talvez um backup tenha sido restaurado: fale com o administrador.
refusal-disabled = Seu acesso foi retirado. Fale com o administrador.
refusal-email-missing = Esta pessoa não tem e-mail. Informe um primeiro.
refusal-forbidden = Você não tem permissão para isso.
refusal-full = O disco do servidor está cheio. O que você escreveu continua neste dispositivo.
refusal-internal = Algo deu errado no servidor. O erro ficou registrado lá.
refusal-invalid = O servidor não aceitou estes valores.
refusal-link-gone = Este link já foi usado ou é antigo demais. Peça um novo.
refusal-malformed = O servidor não conseguiu ler o pedido.
refusal-method = Este endereço não aceita esse tipo de pedido.
refusal-not-found = Isto não está no servidor.
refusal-origin = O pedido veio de outro site.
refusal-own-access = Você não pode retirar o seu próprio acesso.
refusal-password-long = A senha é longa demais.
refusal-password-short = A senha é curta demais. Use pelo menos dez caracteres.
refusal-protocol = Esta versão do aplicativo é antiga demais para o servidor. Atualize; nada do que falta enviar se perde.
refusal-set-up = Este espaço de trabalho já tem um administrador. Entre com sua conta.
refusal-setup = Este espaço de trabalho ainda não tem administrador. Configure-o primeiro.
refusal-signed-out = Sua sessão terminou. Entre de novo; nada do que falta enviar se perde.
refusal-other-person = Outra pessoa entrou neste navegador. Entre de novo com a sua conta; nada do que falta enviar se perde.
refusal-too-large = Isto é mais do que o servidor aceita de uma vez.
refusal-too-many = Tentativas demais. Espere um pouco e tente de novo.
